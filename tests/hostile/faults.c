/* Preloaded by faults.sh: the FAULT_AT-th call of the kind FAULT_CALL fails, in
 * the program (FAULT_IN=parent) or in each process that it starts (child). Once
 * one has failed there is a file FAULT_MARK. Before main nothing fails: that is
 * the loader's. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

static const char *call, *mark;
static long fail_at, count;
static pid_t parent, counted;
static bool in_child;

__attribute__((constructor)) static void begin(void)
{
    const char *at = getenv("FAULT_AT"), *in = getenv("FAULT_IN");

    mark = getenv("FAULT_MARK");
    call = getenv("FAULT_CALL");
    in_child = in && strcmp(in, "child") == 0;
    parent = counted = getpid();
    fail_at = at && call && mark ? atol(at) : 0;
}

static bool fails(const char *kind, int fault)
{
    const pid_t self = fail_at > 0 ? getpid() : 0;

    if (fail_at <= 0 || (self != parent) != in_child ||
        strcmp(kind, call) != 0) {
        return false;
    }
    if (self != counted) {
        counted = self;
        count = 0;
    }
    if (++count != fail_at) {
        return false;
    }
    const long fd =
        syscall(SYS_openat, AT_FDCWD, mark, O_CREAT | O_WRONLY, 0666);

    syscall(SYS_close, fd);
    errno = fault;
    return true;
}

#define REAL(type, name, ...) ((type(*) __VA_ARGS__)dlsym(RTLD_NEXT, #name))

void *malloc(size_t size)
{
    return fails("memory", ENOMEM) ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
    return fails("memory", ENOMEM) ? NULL : __libc_calloc(n, size);
}

void *realloc(void *block, size_t size)
{
    return fails("memory", ENOMEM) ? NULL : __libc_realloc(block, size);
}

pid_t fork(void)
{
    return fails("fork", EAGAIN) ? -1 : REAL(pid_t, fork, (void))();
}

int pipe2(int ends[2], int flags)
{
    return fails("pipe", EMFILE) ? -1 : (int)syscall(SYS_pipe2, ends, flags);
}

int memfd_create(const char *name, unsigned flags)
{
    return fails("open", EMFILE) ? -1
                                 : (int)syscall(SYS_memfd_create, name, flags);
}

void *mmap(void *at, size_t size, int how, int flags, int fd, off_t from)
{
    return fails("map", ENOMEM)
               ? MAP_FAILED
               : (void *)syscall(SYS_mmap, at, size, how, flags, fd, from);
}

#define OPEN(name)                                                             \
    int name(const char *path, int flags, ...)                                 \
    {                                                                          \
        va_list rest;                                                          \
        va_start(rest, flags);                                                 \
        const mode_t mode = va_arg(rest, mode_t);                              \
        va_end(rest);                                                          \
        return fails("open", EMFILE)                                           \
                   ? -1                                                        \
                   : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);    \
    }
OPEN(open)
OPEN(open64)

FILE *fopen(const char *path, const char *how)
{
    return fails("open", EMFILE)
               ? NULL
               : REAL(FILE *, fopen, (const char *, const char *))(path, how);
}

FILE *fopen64(const char *path, const char *how)
{
    return fails("open", EMFILE)
               ? NULL
               : REAL(FILE *, fopen64, (const char *, const char *))(path, how);
}

FILE *fdopen(int fd, const char *how)
{
    return fails("open", EMFILE)
               ? NULL
               : REAL(FILE *, fdopen, (int, const char *))(fd, how);
}

DIR *opendir(const char *path)
{
    return fails("open", EMFILE) ? NULL
                                 : REAL(DIR *, opendir, (const char *))(path);
}

ssize_t read(int fd, void *to, size_t size)
{
    return fails("read", EIO) ? -1 : syscall(SYS_read, fd, to, size);
}

ssize_t write(int fd, const void *from, size_t size)
{
    return fails("write", ENOSPC) ? -1 : syscall(SYS_write, fd, from, size);
}

/* Not standard error: a message that cannot be told is told by nobody. */
int fflush(FILE *stream)
{
    const int done = REAL(int, fflush, (FILE *))(stream);

    return stream != stderr && fails("write", ENOSPC) ? EOF : done;
}

int fclose(FILE *stream)
{
    const int done = REAL(int, fclose, (FILE *))(stream);

    return fails("close", EIO) ? EOF : done;
}

int close(int fd)
{
    const int done = (int)syscall(SYS_close, fd);

    return fails("close", EIO) ? -1 : done;
}

int fsync(int fd)
{
    return fails("sync", EIO) ? -1 : (int)syscall(SYS_fsync, fd);
}

int rename(const char *from, const char *to)
{
    return fails("rename", EACCES)
               ? -1
               : REAL(int, rename, (const char *, const char *))(from, to);
}

int linkat(int from, const char *old, int to, const char *new, int flags)
{
    return fails("rename", EACCES)
               ? -1
               : (int)syscall(SYS_linkat, from, old, to, new, flags);
}

int poll(struct pollfd *fds, nfds_t n, int ms)
{
    return fails("poll", EINVAL)
               ? -1
               : REAL(int, poll, (struct pollfd *, nfds_t, int))(fds, n, ms);
}
