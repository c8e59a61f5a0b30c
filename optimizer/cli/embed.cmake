# Writes OUT, a C file that holds every file of inputs/*/ (see examples.h).
# Usage: cmake -DINPUTS=… -DOUT=… -P embed.cmake
file(GLOB files "${INPUTS}/*/*.ini" "${INPUTS}/*/*.csv" "${INPUTS}/*/*.md")
list(SORT files)
set(arrays "")
set(rows "")
set(count 0)
foreach(path ${files})
  get_filename_component(folder ${path} DIRECTORY)
  get_filename_component(example ${folder} NAME)
  get_filename_component(name ${path} NAME)
  file(READ ${path} hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(APPEND arrays
    "static const unsigned char file_${count}[] = {${bytes}0};\n")
  string(APPEND rows
    "    {\"${example}\", \"${name}\", file_${count}, sizeof file_${count} - 1},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUT} "#include \"cli/examples.h\"\n\n${arrays}\n"
  "const ore_example_file ore_example_files[] = {\n${rows}    {0}};\n")
