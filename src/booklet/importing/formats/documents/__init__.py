"""Documents as people write them: lines into facts, program, local times and abstracts."""
