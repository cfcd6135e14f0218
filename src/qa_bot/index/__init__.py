"""Search engines: BM25 on sparse matrices, and its generations on disk. Sole user of rank_bm25."""
