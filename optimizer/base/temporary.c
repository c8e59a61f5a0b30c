/* See temporary.h. Process numbers repeat where containers are restarted, and
 * folders are shared between hosts: names have the host and random digits. */
#include "base/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "orefolio/memory.h"

enum { HOST = 64, TRIES = 100, A_DAY_S = 24 * 3600 };

static const char head[] = ".orefolio-", tail[] = ".tmp";

/* ".orefolio-HOST-": short, whatever the output is called. */
static char *own_head(void)
{
    char host[HOST + 1] = "";

    if (gethostname(host, HOST) != 0) {
        host[0] = '\0';
    }
    host[HOST] = '\0';
    for (char *at = host; *at; at++) {
        *at = *at == '/' ? '_' : *at;
    }
    return ore_print("%s%s-", head, host);
}

static char *new_name(const char *folder)
{
    unsigned long digits = 0;
    char *begin = own_head();

    if (getrandom(&digits, sizeof digits, 0) != (ssize_t)sizeof digits) {
        digits = (unsigned long)getpid();
    }
    char *name = ore_print("%s/%s%016lx%s", folder, begin, digits, tail);

    free(begin);
    return name;
}

/* Held until the last descriptor is closed, however the process ends. False
 * when somebody removed the file before it was locked. */
static bool hold(int fd)
{
    struct stat state;

    if (flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        return false;
    }
    return fstat(fd, &state) != 0 || state.st_nlink > 0;
}

static bool open_named(const char *folder, ore_temporary *temporary)
{
    for (int i = 0; i < TRIES; i++) {
        char *name = new_name(folder);
        const int fd =
            open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        const int fault = errno;

        if (fd >= 0 && hold(fd)) {
            *temporary = (ore_temporary){fd, name};
            return true;
        }
        if (fd >= 0) {
            close(fd);
        }
        free(name);
        errno = fault;
        if (fd < 0 && fault != EEXIST) {
            return false;
        }
    }
    return false;
}

bool ore_temporary_open(const char *folder, ore_temporary *temporary)
{
    /* Naming such a file later goes through /proc. */
    const int fd = access("/proc/self/fd", X_OK) == 0
                       ? open(folder, O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666)
                       : -1;

    if (fd < 0) {
        return open_named(folder, temporary);
    }
    (void)flock(fd, LOCK_EX | LOCK_NB);
    *temporary = (ore_temporary){fd, NULL};
    return true;
}

bool ore_temporary_name(const char *folder, ore_temporary *temporary)
{
    char *file = ore_print("/proc/self/fd/%d", temporary->fd);
    bool done = false;

    for (int i = 0; i < TRIES && !done; i++) {
        char *name = new_name(folder);

        done = linkat(AT_FDCWD, file, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
        if (done) {
            temporary->name = name;
        } else {
            const int fault = errno;

            free(name);
            errno = fault;
        }
        if (!done && errno != EEXIST) {
            break;
        }
    }
    const int fault = errno;

    free(file);
    errno = fault;
    return done;
}

static bool is_temporary(const char *name)
{
    const size_t length = strlen(name), after = sizeof tail - 1;

    return strncmp(name, head, sizeof head - 1) == 0 && length > after &&
           strcmp(name + length - after, tail) == 0;
}

/* Locks of another host may not be seen here, so its files must be old. */
static bool is_left(int folder, const char *name, const char *own)
{
    struct stat state;
    const int fd =
        openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    bool left = false;

    if (fd < 0) {
        return false;
    }
    if (fstat(fd, &state) == 0 && S_ISREG(state.st_mode) &&
        flock(fd, LOCK_EX | LOCK_NB) == 0) {
        left = strncmp(name, own, strlen(own)) == 0 ||
               state.st_mtime < time(NULL) - A_DAY_S;
    }
    close(fd);
    return left;
}

void ore_clean_temporaries(const char *folder)
{
    DIR *dir = opendir(folder);
    char *own = own_head();

    for (const struct dirent *entry = dir ? readdir(dir) : NULL; entry;
         entry = readdir(dir)) {
        if (is_temporary(entry->d_name) &&
            is_left(dirfd(dir), entry->d_name, own)) {
            (void)unlinkat(dirfd(dir), entry->d_name, 0);
        }
    }
    if (dir) {
        closedir(dir);
    }
    free(own);
}
