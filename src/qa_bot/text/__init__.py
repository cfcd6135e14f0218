"""Arabic text: letters, words, stems, sentences, numerals, dates, names. Sole user of pyarabic."""
