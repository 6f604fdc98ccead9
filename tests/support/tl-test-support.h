/* tl-test-support.h: what test programs of all layers need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How much slower than another build this one may be, as `dev asan` tells meson. */
#ifdef __SANITIZE_ADDRESS__
#define TL_TEST_SLOWNESS 6
#else
#define TL_TEST_SLOWNESS 1
#endif

/* Seconds that what comes at all has come after, also on a busy machine. */
#define TL_TEST_PATIENCE (30 * TL_TEST_SLOWNESS)

/**
 * TlTestCondition:
 * @user_data: what was given with the function
 *
 * Returns: %TRUE once what is waited for has come about
 */
typedef gboolean (*TlTestCondition) (gpointer user_data);

/**
 * tl_test_wait_until:
 * @condition: asked after each turn of the main context
 * @user_data: (nullable): for @condition
 * @timeout: longest wait, in milliseconds; 0 for TL_TEST_PATIENCE
 *
 * Runs the thread-default main context until @condition holds. Waits for no
 * fixed time, so that it is as fast as what it waits for.
 *
 * Returns: %TRUE if @condition holds, %FALSE if the time is over
 */
gboolean tl_test_wait_until (TlTestCondition condition,
                             gpointer        user_data,
                             guint           timeout) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_test_wait_for:
 * @expression: a C expression, evaluated anew after each turn
 *
 * Runs the thread-default main context until @expression is true, and fails
 * the test if it is still not after TL_TEST_PATIENCE.
 */
#define tl_test_wait_for(expression)                                             \
  G_STMT_START {                                                                 \
    gint64 tl_deadline_ = g_get_monotonic_time ()                                \
                          + TL_TEST_PATIENCE * G_TIME_SPAN_SECOND;               \
    while (!(expression) && g_get_monotonic_time () < tl_deadline_)              \
      tl_test_iterate ();                                                        \
    if (!(expression))                                                           \
      g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC,          \
                           "still not true after a long time: " #expression);    \
  } G_STMT_END

/**
 * tl_test_iterate:
 *
 * Runs one turn of the thread-default main context; returns after 20 ms at the
 * latest when nothing happens.
 */
void tl_test_iterate (void);

/**
 * tl_test_await_result:
 * @result: (inout): where tl_test_store_result() puts the result
 *
 * Runs the main context until an asynchronous call has ended; fails the test
 * after ten seconds.
 *
 * Returns: (transfer full): the result
 */
GAsyncResult *tl_test_await_result (GAsyncResult **result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_test_store_result:
 * @source: (nullable): unused
 * @result: the result
 * @slot: (type gpointer): a `GAsyncResult **`
 *
 * A #GAsyncReadyCallback that keeps the result for tl_test_await_result().
 */
void tl_test_store_result (GObject      *source,
                           GAsyncResult *result,
                           gpointer      slot);

/**
 * tl_test_build_source_path:
 * @relative: a path below the root of the source tree
 *
 * Returns: (transfer full): the absolute path; the file need not exist
 */
char *tl_test_build_source_path (const char *relative) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_test_read_source_file:
 * @relative: a path below the root of the source tree
 * @length: (out) (optional): its length in bytes
 *
 * Reads a file of the source tree; fails the test if it cannot be read.
 *
 * Returns: (transfer full): the bytes, followed by a NUL
 */
char *tl_test_read_source_file (const char *relative,
                                gsize      *length) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_test_find_shared:
 * @relative: a path below the optional directory of reference material
 *
 * Finds a file of the material that may lie beside the source tree, in
 * `../shared` or where the environment variable `TL_SHARED_DIR` says. When it is
 * not there the running test is marked as skipped; the caller just returns.
 *
 * Returns: (transfer full) (nullable): the absolute path, or %NULL
 */
char *tl_test_find_shared (const char *relative) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_test_create_directory:
 *
 * Makes an empty directory of the test's own.
 *
 * Returns: (transfer full): its path, to be given to tl_test_remove_directory()
 */
char *tl_test_create_directory (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_test_remove_directory:
 * @path: (transfer full): a directory from tl_test_create_directory()
 *
 * Removes a directory with all it contains, without following symbolic links.
 */
void tl_test_remove_directory (char *path);

/**
 * tl_test_write_file:
 * @directory: a directory
 * @name: a file name
 * @contents: bytes
 * @length: their number, or -1 if @contents ends with NUL
 *
 * Writes a file; fails the test if it cannot.
 *
 * Returns: (transfer full): its path
 */
char *tl_test_write_file (const char *directory,
                          const char *name,
                          const char *contents,
                          gssize      length) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_test_read_file:
 * @path: a file
 *
 * Reads a file; fails the test if it cannot.
 *
 * Returns: (transfer full): the bytes, followed by a NUL
 */
char *tl_test_read_file (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TlTestDirectory:
 *
 * A `g_autoptr (TlTestDirectory) directory = tl_test_create_directory ();` is
 * removed with its contents at the end of the block.
 */
typedef char TlTestDirectory;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTestDirectory, tl_test_remove_directory)

G_END_DECLS
