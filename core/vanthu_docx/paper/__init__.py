"""The builder of the shipped templates: from templates/*.toml and the layout data to templates/docx/*.docx.

``python -m vanthu_docx.paper [FOLDER]`` builds every template, byte for byte the same on every machine.
"""
