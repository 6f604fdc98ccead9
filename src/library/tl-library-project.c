/* tl-library-project.c: a project of the library, as long as it is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-library-project.h"

#include "library/tl-fold.h"

#include <string.h>

struct _TlLibraryProject
{
  GObject         parent_instance;

  TlLibraryEntry *entry;
};

G_DEFINE_FINAL_TYPE (TlLibraryProject, tl_library_project, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static G_DEFINE_QUARK (tl-library-project-sort-key, sort_key)
static G_DEFINE_QUARK (tl-library-project-words, words)

static void
tl_library_project_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, TL_LIBRARY_PROJECT (object)->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_library_project_finalize (GObject *object)
{
  TlLibraryProject *self = TL_LIBRARY_PROJECT (object);

  g_clear_object (&self->entry);

  G_OBJECT_CLASS (tl_library_project_parent_class)->finalize (object);
}

static void
tl_library_project_class_init (TlLibraryProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_library_project_get_property;
  object_class->finalize = tl_library_project_finalize;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, TL_TYPE_LIBRARY_ENTRY,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_library_project_init (TlLibraryProject *self)
{
}

TlLibraryProject *
tl_library_project_new (TlLibraryEntry *entry)
{
  TlLibraryProject *self;

  g_return_val_if_fail (TL_IS_LIBRARY_ENTRY (entry), NULL);

  self = g_object_new (TL_TYPE_LIBRARY_PROJECT, NULL);
  self->entry = g_object_ref (entry);
  return self;
}

TlLibraryEntry *
tl_library_project_get_entry (TlLibraryProject *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_PROJECT (self), NULL);

  return self->entry;
}

const TlLibraryFacts *
tl_library_project_get_facts (TlLibraryProject *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_PROJECT (self), NULL);

  return tl_library_entry_get_facts (self->entry);
}

static gboolean
is_same (const TlLibraryFacts *a,
         const TlLibraryFacts *b)
{
  return g_str_equal (a->uri, b->uri)
         && g_strcmp0 (a->name, b->name) == 0
         && g_strcmp0 (a->edition, b->edition) == 0
         && g_strcmp0 (a->project_id, b->project_id) == 0
         && g_strcmp0 (a->owner, b->owner) == 0
         && g_strcmp0 (a->description, b->description) == 0
         && g_strcmp0 (a->digest, b->digest) == 0
         && g_strcmp0 (a->problem, b->problem) == 0
         && a->modified == b->modified
         && a->size == b->size
         && a->opened == b->opened
         && a->n_services == b->n_services
         && a->n_elements == b->n_elements
         && a->n_tools == b->n_tools
         && a->n_errors == b->n_errors
         && a->n_warnings == b->n_warnings
         && a->n_notes == b->n_notes
         && a->n_gaps == b->n_gaps
         && a->state == b->state
         && a->pinned == b->pinned;
}

gboolean
tl_library_project_set_entry (TlLibraryProject *self,
                              TlLibraryEntry   *entry)
{
  g_return_val_if_fail (TL_IS_LIBRARY_PROJECT (self), FALSE);
  g_return_val_if_fail (TL_IS_LIBRARY_ENTRY (entry), FALSE);

  if (is_same (tl_library_entry_get_facts (self->entry), tl_library_entry_get_facts (entry)))
    return FALSE;
  g_set_object (&self->entry, entry);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
  return TRUE;
}

/* What is made of an entry is kept with it. */
static const char *
keep (TlLibraryEntry *entry,
      GQuark          quark,
      char           *text)
{
  g_object_set_qdata_full (G_OBJECT (entry), quark, text, g_free);
  return text;
}

static const char *
get_sort_key (TlLibraryEntry *entry)
{
  const char *key = g_object_get_qdata (G_OBJECT (entry), sort_key_quark ());

  return key != NULL ? key
                     : keep (entry, sort_key_quark (),
                             g_utf8_collate_key_for_filename (tl_library_entry_get_facts (entry)->name, -1));
}

static const char *
get_words (TlLibraryEntry *entry)
{
  const TlLibraryFacts *facts = tl_library_entry_get_facts (entry);
  const char *words = g_object_get_qdata (G_OBJECT (entry), words_quark ());
  g_autofree char *text = NULL;

  if (words != NULL)
    return words;
  text = g_strjoin (" ", facts->name, facts->owner != NULL ? facts->owner : "",
                    facts->description != NULL ? facts->description : "", facts->path, NULL);
  return keep (entry, words_quark (), tl_fold_key (text));
}

void
tl_library_project_prepare (TlLibraryEntry *entry)
{
  g_return_if_fail (TL_IS_LIBRARY_ENTRY (entry));

  get_sort_key (entry);
  get_words (entry);
}

int
tl_library_project_compare_names (TlLibraryProject *self,
                                  TlLibraryProject *other)
{
  return strcmp (get_sort_key (self->entry), get_sort_key (other->entry));
}

gboolean
tl_library_project_matches (TlLibraryProject *self,
                            char            **words)
{
  g_return_val_if_fail (TL_IS_LIBRARY_PROJECT (self), FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (get_words (self->entry), words[i]) == NULL)
      return FALSE;
  return TRUE;
}
