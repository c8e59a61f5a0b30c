/* See stage_workers.h. */
#include "solve/stage_workers.h"

#include <fcntl.h>
#include <unistd.h>

#include "solve/concurrent.h"
#include "solve/incumbent.h"

typedef struct task {
    ore_stage *stage;
    void (*run)(void *data, int number);
    void *data;
} task;

static void begin(void *data, ore_concurrent *workers)
{
    ore_stage *stage = ((const task *)data)->stage;

    stage->workers = workers;
    ore_incumbent_share(stage);
}

static void run(void *data, int number)
{
    const task *it = data;

    /* What it finds is shared, and the first process sends it. */
    close(it->stage->pipe);
    it->stage->pipe = open("/dev/null", O_WRONLY | O_CLOEXEC);
    it->stage->random[1] = (unsigned short)(it->stage->random[1] + number);
    it->run(it->data, number);
}

void ore_stage_workers(ore_stage *stage, void (*work)(void *data, int number),
                       void *data)
{
    task it = {.stage = stage, .run = work, .data = data};
    const ore_concurrent_work tasks = {.begin = begin, .run = run, .data = &it};

    ore_concurrent_end(stage->workers);
    stage->workers = NULL;
    stage->workers = ore_concurrent_new(stage->search->jobs - 1,
                                        stage->model->n_cols, &tasks);
}
