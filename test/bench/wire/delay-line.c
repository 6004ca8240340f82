/*
 * A wire with a delay: forwards IP packets between two network namespaces, each after a fixed time.
 *
 *   delay-line NAMESPACE_A NAMESPACE_B MICROSECONDS
 *
 * Makes a TUN device `wire` in each namespace and prints `ready`. Ends with its standard input.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { PACKET = 2048, SLOTS = 4096 };

/* Packets on their way in one direction; the time is the same for all, so they arrive in order. */
struct lane {
  int from, to;
  unsigned head, tail;
  struct {
    uint64_t due;
    int length;
    char bytes[PACKET];
  } slot[SLOTS];
};

static void fail(const char *what) {
  fprintf(stderr, "delay-line: %s: %s\n", what, strerror(errno));
  exit(1);
}

static uint64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static int device_in(const char *name_space) {
  char path[256];
  snprintf(path, sizeof path, "/var/run/netns/%s", name_space);
  int place = open(path, O_RDONLY | O_CLOEXEC);
  if (place < 0 || setns(place, CLONE_NEWNET) < 0) fail(path);
  close(place);
  int device = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (device < 0) fail("/dev/net/tun");
  struct ifreq request = {.ifr_flags = IFF_TUN | IFF_NO_PI};
  strncpy(request.ifr_name, "wire", IFNAMSIZ - 1);
  if (ioctl(device, TUNSETIFF, &request) < 0) fail("TUNSETIFF");
  return device;
}

static void take(struct lane *lane, uint64_t delay) {
  while (lane->tail - lane->head < SLOTS) {
    unsigned at = lane->tail % SLOTS;
    ssize_t length = read(lane->from, lane->slot[at].bytes, PACKET);
    if (length <= 0) return;
    lane->slot[at].length = (int)length;
    lane->slot[at].due = now() + delay;
    lane->tail++;
  }
}

/* Writes what is due; nanoseconds until the next one, or -1. */
static int64_t give(struct lane *lane) {
  while (lane->head != lane->tail) {
    unsigned at = lane->head % SLOTS;
    int64_t left = (int64_t)(lane->slot[at].due - now());
    if (left > 0) return left;
    /* A full device loses the packet, as a wire would. */
    if (write(lane->to, lane->slot[at].bytes, (size_t)lane->slot[at].length) < 0 && errno != EAGAIN && errno != EIO) fail("write");
    lane->head++;
  }
  return -1;
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: delay-line NAMESPACE_A NAMESPACE_B MICROSECONDS\n");
    return 2;
  }
  uint64_t delay = strtoull(argv[3], NULL, 10) * 1000u;
  static struct lane there, back;
  there.from = back.to = device_in(argv[1]);
  there.to = back.from = device_in(argv[2]);
  puts("ready");
  fflush(stdout);
  for (;;) {
    int64_t first = give(&there), second = give(&back);
    int64_t wait = first < 0 ? second : second < 0 || first < second ? first : second;
    struct pollfd watched[] = {{.fd = there.from, .events = POLLIN}, {.fd = back.from, .events = POLLIN}, {.fd = 0, .events = POLLIN}};
    struct timespec limit = {.tv_sec = wait / 1000000000, .tv_nsec = wait % 1000000000};
    if (ppoll(watched, 3, wait < 0 ? NULL : &limit, NULL) < 0 && errno != EINTR) fail("poll");
    char ended;
    if (watched[2].revents != 0 && read(0, &ended, 1) <= 0) return 0;
    take(&there, delay);
    take(&back, delay);
  }
}
