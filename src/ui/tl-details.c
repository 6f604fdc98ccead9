/* tl-details.c: how the pages of a window are set up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-details.h"

struct _TlDetails
{
  GObject     parent_instance;

  GHashTable *texts; /* by name */
};

G_DEFINE_FINAL_TYPE (TlDetails, tl_details, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_RESTORED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tl_details_finalize (GObject *object)
{
  g_hash_table_unref (TL_DETAILS (object)->texts);

  G_OBJECT_CLASS (tl_details_parent_class)->finalize (object);
}

static guint
add_signal (GObjectClass *klass,
            const char   *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_details_class_init (TlDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_details_finalize;
  signals[SIGNAL_CHANGED] = add_signal (object_class, "changed");
  signals[SIGNAL_RESTORED] = add_signal (object_class, "restored");
}

static void
tl_details_init (TlDetails *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

TlDetails *
tl_details_new (void)
{
  return g_object_new (TL_TYPE_DETAILS, NULL);
}

const char *
tl_details_get (TlDetails  *self,
                const char *name)
{
  g_return_val_if_fail (TL_IS_DETAILS (self), NULL);

  return g_hash_table_lookup (self->texts, name);
}

void
tl_details_set (TlDetails  *self,
                const char *name,
                const char *text)
{
  g_return_if_fail (TL_IS_DETAILS (self));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (g_hash_table_lookup (self->texts, name), text) == 0)
    return;

  if (text != NULL)
    g_hash_table_replace (self->texts, g_strdup (name), g_strdup (text));
  else
    g_hash_table_remove (self->texts, name);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_all (GHashTable *to,
         GHashTable *from)
{
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_hash_table_replace (to, g_strdup (name), g_strdup (text));
}

GHashTable *
tl_details_copy (TlDetails *self)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_val_if_fail (TL_IS_DETAILS (self), copy);

  add_all (copy, self->texts);
  return copy;
}

void
tl_details_restore (TlDetails  *self,
                    GHashTable *details)
{
  g_return_if_fail (TL_IS_DETAILS (self));

  g_hash_table_remove_all (self->texts);
  if (details != NULL)
    add_all (self->texts, details);
  g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
