"""The exports of ConfTool: papers and sessions into a Meeting."""
