"""Articles to claims. Two strategies ask a model (`article`, `passage`); a third (`reader`) asks nobody."""
