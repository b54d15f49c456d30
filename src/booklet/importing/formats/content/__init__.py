"""Files of content/ key by key into the nouns of an import."""
