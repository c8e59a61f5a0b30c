/* Runs a fuzzer's target on files, and on all files of folders, with any
 * compiler: replay_NAME PATH... */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LARGEST = 1 << 20 };

static int n_run;

static void run_file(const char *path)
{
    static uint8_t bytes[LARGEST];
    FILE *file = fopen(path, "rb");

    if (!file) {
        perror(path);
        exit(1);
    }
    const size_t size = fread(bytes, 1, sizeof bytes, file);

    (void)fclose(file);
    fprintf(stderr, "%s\n", path); /* the last one is the one that fails */
    (void)LLVMFuzzerTestOneInput(bytes, size);
    n_run++;
}

static void run_folder(const char *path)
{
    struct dirent **list = NULL;
    const int n = scandir(path, &list, NULL, alphasort);

    for (int i = 0; i < n; i++) {
        char file[4096];

        (void)snprintf(file, sizeof file, "%s/%s", path, list[i]->d_name);
        if (list[i]->d_name[0] != '.') {
            run_file(file);
        }
        free(list[i]);
    }
    free(list);
}

int main(int argc, char **argv)
{
    struct stat state;

    for (int i = 1; i < argc; i++) {
        if (stat(argv[i], &state) == 0 && S_ISDIR(state.st_mode)) {
            run_folder(argv[i]);
        } else {
            run_file(argv[i]);
        }
    }
    return n_run > 0 ? 0 : 1;
}
