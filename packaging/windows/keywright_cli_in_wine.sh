#!/bin/bash
# Stands for keywright-cli where a test runs it as a program of this system: the Windows one, under Wine.
exec wine "$CLI_UNDER_WINE" "$@"
