/* Preloaded by a drill: names of .example are looked for in vain, and for a long time. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
  static int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
  if (!real) real = (int (*)(const char *, const char *, const struct addrinfo *, struct addrinfo **))dlsym(RTLD_NEXT, "getaddrinfo");
  if (getenv("KITH_BROKEN_DNS") && name && strstr(name, ".example")) {
    sleep(20);
    return EAI_AGAIN;
  }
  return real(name, service, hints, found);
}
