/* orefolio: hand argv to the command line. */
#include "cli/command.h"

int main(int argc, char **argv)
{
    return (int)ore_main(argc, argv);
}
