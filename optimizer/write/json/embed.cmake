# Writes OUT, a C file that holds the schemas of FOLDER (see schemas.h).
# Usage: cmake -DFOLDER=… -DOUT=… -P embed.cmake
file(GLOB files "${FOLDER}/*.json")
list(SORT files)
set(arrays "")
set(rows "")
foreach(path ${files})
  get_filename_component(name ${path} NAME_WE)
  file(READ ${path} text)
  string(JSON title GET "${text}" title)
  string(REPLACE "\"" "\\\"" title "${title}")
  file(READ ${path} hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(APPEND arrays "static const char text_${name}[] = {${bytes}0};\n")
  string(APPEND rows "    {\"${name}\", \"${title}\", text_${name}},\n")
endforeach()
file(WRITE ${OUT} "#include \"write/json/schemas.h\"\n\n${arrays}\n"
  "const ore_schema ore_schemas[] = {\n${rows}    {0}};\n")
