"""Covers that strangers made, taken apart: what is drawn comes along as objects of ours, everything else stays behind."""
