"""Stops the build of the image where pip has taken a torch with CUDA: gigabytes that a small machine cannot use."""

import sys

import torch

if torch.version.cuda is not None:
    sys.exit(
        f"\ntorch {torch.__version__} carries CUDA {torch.version.cuda}. Build with the argument PIP_EXTRA_INDEX_URL\n"
        "set to the CPU wheel index that PyTorch's own installation page names (deploy/RUNBOOK.md, 'The image').\n"
    )
sys.stdout.write(f"torch {torch.__version__}, for processors only\n")
