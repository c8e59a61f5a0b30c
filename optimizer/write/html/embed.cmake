# Writes OUT, a C file that holds the style sheet and the script of the page (html.h).
# Usage: cmake -DFOLDER=… -DOUT=… -P embed.cmake
set(text "#include \"write/html/html.h\"\n\n")
foreach(name style script)
  set(file_of_style page.css)
  set(file_of_script page.js)
  file(READ ${FOLDER}/${file_of_${name}} hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(APPEND text "const char ore_html_${name}[] = {${bytes}0};\n")
endforeach()
file(WRITE ${OUT} "${text}")
