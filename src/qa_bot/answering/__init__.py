"""Question → query → hits → the sentence that answers → an answer with its citations."""
