# development.sed: makes the files of the development variant out of those of the program
s|io\.github\.throughline_it\.Throughline|&.Devel|g
s|/io/github/throughline_it/Throughline/|&Devel/|g
s|^Name=Throughline$|& (Development)|
s|<name>Throughline</name>|<name>Throughline (Development)</name>|
