"""Arabic text: letters, words, stems, sentences, numbers, dates, names. Sole user of pyarabic."""
