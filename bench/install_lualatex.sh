#!/bin/sh
# Installs the LuaLaTeX that bench/spacing.py compares with, on Debian and Ubuntu. usage: sh bench/install_lualatex.sh
# fontspec and microtype are in latex-recommended, luaotfload in luatex: 230 MB. The recommended packages would be 2 GB more.
set -eu
command -v lualatex && exit
as_root=$([ "$(id -u)" = 0 ] || echo sudo)
$as_root apt-get update
$as_root apt-get install --yes --no-install-recommends texlive-luatex texlive-latex-recommended
