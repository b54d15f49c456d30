"""The tools that make the proceedings of the ACL: their folders and files into a Meeting."""
