"""Text -> citations: symbols, dates, issuers, names of acts, lists, pinpoints, and the document's own header.

`scan.scan` finds the citations of a normalised text, `header.read_header` what the text is itself.
"""
