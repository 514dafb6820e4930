"""Text to vectors: the one place that knows embedding models.

`source` runs a model with sentence-transformers (the origin and the oracle), `export` turns it into ONNX and proves the
two equal, `onnx` runs the export when serving, without torch.
"""
