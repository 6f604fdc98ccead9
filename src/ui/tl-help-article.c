/* tl-help-article.c: shows a page of the help, or explains a term
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-help-article-private.h"

#include "ui/tl-blueprint-editor.h"
#include "ui/tl-focus.h"
#include "ui/tl-keys-row.h"
#include "ui/tl-style.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>
#include <string.h>

#define SCHEME  "help:"
#define SPACING 12
#define WIDTH   640 /* of lines that can be read */

enum
{
  SIGNAL_LINK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlHelpArticle, tl_help_article, GTK_TYPE_WIDGET)

/* Texts {{{1 */

static char *
dup_markup (const char *text)
{
  g_autoptr (GPtrArray) spans = tl_help_parse_text (text);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const TlHelpSpan *span = spans->pdata[i];
      g_autofree char *words = g_markup_escape_text (span->text, -1);
      g_autofree char *target = span->target != NULL ? g_markup_escape_text (span->target, -1) : NULL;

      if (target != NULL)
        g_string_append_printf (markup, "<a href=\"" SCHEME "%s\">%s</a>", target, words);
      else
        g_string_append (markup, words);
    }
  return g_string_free (markup, FALSE);
}

void
tl_help_article_follow (TlHelpArticle *self,
                        const char    *target)
{
  /* What it stands in may go with what is shown next. */
  g_autofree char *own = g_strdup (target);

  g_signal_emit (self, signals[SIGNAL_LINK], 0, own);
}

static gboolean
link_idle (gpointer data)
{
  GtkWidget *label = data;
  GtkWidget *article = gtk_widget_get_ancestor (label, TL_TYPE_HELP_ARTICLE);
  const char *target = g_object_get_data (G_OBJECT (label), "target");

  if (article != NULL)
    tl_help_article_follow (TL_HELP_ARTICLE (article), target);
  return G_SOURCE_REMOVE;
}

/* Not at once: the label must not go while it still tells. */
static gboolean
link_cb (GtkLabel   *label,
         const char *uri,
         gpointer    user_data)
{
  if (!g_str_has_prefix (uri, SCHEME))
    return FALSE;
  g_object_set_data_full (G_OBJECT (label), "target", g_strdup (uri + strlen (SCHEME)), g_free);
  g_idle_add_full (G_PRIORITY_DEFAULT, link_idle, g_object_ref (label), g_object_unref);
  return TRUE;
}

static GtkWidget *
create_label (const char        *markup,
              GtkAccessibleRole  role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, "hexpand", TRUE, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_cb), NULL);
  return label;
}

GtkWidget *
tl_help_article_add_markup (TlHelpArticle *self,
                            const char    *markup)
{
  GtkWidget *label = create_label (markup, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_box_append (self->content, label);
  return label;
}

GtkWidget *
tl_help_article_add_text (TlHelpArticle *self,
                          const char    *text)
{
  g_autofree char *markup = dup_markup (text);

  return tl_help_article_add_markup (self, markup);
}

/* @styles: with blanks between them */
static void
add_styled (TlHelpArticle     *self,
            const char        *text,
            GtkAccessibleRole  role,
            const char        *styles)
{
  g_auto (GStrv) classes = g_strsplit (styles, " ", -1);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  GtkWidget *label = create_label (markup, role);

  gtk_widget_set_css_classes (label, (const char **) classes);
  gtk_box_append (self->content, label);
}

void
tl_help_article_add_title (TlHelpArticle *self,
                           const char    *caption,
                           const char    *title)
{
  if (caption != NULL)
    add_styled (self, caption, GTK_ACCESSIBLE_ROLE_LABEL, "caption dim-label");
  add_styled (self, title, GTK_ACCESSIBLE_ROLE_HEADING, "title-2");
  g_free (self->title);
  self->title = g_strdup (title);
}

void
tl_help_article_add_heading (TlHelpArticle *self,
                             const char    *heading)
{
  add_styled (self, heading, GTK_ACCESSIBLE_ROLE_HEADING, "heading help-heading");
}

/* Blocks of a page {{{1 */

/* The list that the item belongs to: that of the one before it, if it is of its kind. */
static GtkWidget *
ensure_list (TlHelpArticle   *self,
             TlHelpBlockKind  kind)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->content));
  GtkWidget *list;

  if (last != NULL && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (last), "kind")) == kind)
    return last;
  if (kind == TL_HELP_KEYS)
    {
      list = gtk_list_box_new ();
      gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (list, "boxed-list");
    }
  else
    {
      list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "orientation",
                           GTK_ORIENTATION_VERTICAL, "spacing", SPACING / 2, NULL);
    }
  g_object_set_data (G_OBJECT (list), "kind", GUINT_TO_POINTER (kind));
  gtk_box_append (self->content, list);
  return list;
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
add_item (TlHelpArticle   *self,
          TlHelpBlockKind  kind,
          const char      *text)
{
  GtkWidget *list = ensure_list (self, kind);
  GtkWidget *item = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", SPACING / 2,
                                  NULL);
  /* Translators: before a step of several */
  g_autofree char *mark = kind == TL_HELP_STEP ? g_strdup_printf (_("%u."), count_children (list) + 1) : g_strdup ("•");
  g_autofree char *markup = dup_markup (text);
  GtkWidget *label = gtk_label_new (mark);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_box_append (GTK_BOX (item), label);
  gtk_box_append (GTK_BOX (item), create_label (markup, GTK_ACCESSIBLE_ROLE_LABEL));
  gtk_box_append (GTK_BOX (list), item);
}

/* The keys that an action has now (transfer full); NULL if it has none. */
static char *
dup_keys (const TlHelpBlock *block)
{
  GApplication *application = g_application_get_default ();
  g_auto (GStrv) keys = NULL;
  const char *of_editor;

  if (block->keys != NULL)
    return g_strdup (block->keys);
  of_editor = tl_blueprint_editor_get_keys (block->action);
  if (of_editor != NULL)
    return g_strndup (of_editor, strcspn (of_editor, "|"));
  if (GTK_IS_APPLICATION (application))
    keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), block->action);
  return keys != NULL ? g_strdup (keys[0]) : NULL;
}

static void
add_keys (TlHelpArticle     *self,
          const TlHelpBlock *block)
{
  g_autofree char *keys = dup_keys (block);

  if (keys != NULL)
    gtk_list_box_append (GTK_LIST_BOX (ensure_list (self, TL_HELP_KEYS)),
                         tl_keys_row_new (tl_help_block_get_text (block), keys));
}

static void
add_block (TlHelpArticle     *self,
           const TlHelpBlock *block)
{
  const char *text = tl_help_block_get_text (block);

  switch (block->kind)
    {
    case TL_HELP_HEADING:
      tl_help_article_add_heading (self, text);
      break;
    case TL_HELP_ITEM:
    case TL_HELP_STEP:
      add_item (self, block->kind, text);
      break;
    case TL_HELP_KEYS:
      add_keys (self, block);
      break;
    case TL_HELP_CODE:
      add_styled (self, text, GTK_ACCESSIBLE_ROLE_LABEL, "help-code");
      break;
    case TL_HELP_PARAGRAPH:
    default:
      tl_help_article_add_text (self, text);
      break;
    }
}

static void
add_blocks (TlHelpArticle    *self,
            const TlHelpPage *page)
{
  for (const TlHelpBlock *const *block = page->blocks; *block != NULL; block++)
    add_block (self, *block);
}

/* All words of the program, one after the other. */
static void
add_words (TlHelpArticle       *self,
           const TlHelpChapter *chapter)
{
  tl_help_article_add_title (self, NULL, tl_help_chapter_get_title (chapter));
  for (const TlHelpPage *const *page = chapter->pages; *page != NULL; page++)
    {
      tl_help_article_add_heading (self, tl_help_page_get_title (*page));
      add_blocks (self, *page);
    }
}

static void
add_page (TlHelpArticle    *self,
          const TlHelpPage *page)
{
  tl_help_article_add_title (self, tl_help_chapter_get_title (page->chapter), tl_help_page_get_title (page));
  add_blocks (self, page);
}

/* Showing {{{1 */

static const TlHelpChapter *
find_chapter (const char *id)
{
  for (const TlHelpChapter *const *chapter = tl_help_list_chapters (); *chapter != NULL; chapter++)
    if (g_strcmp0 ((*chapter)->id, id) == 0)
      return *chapter;
  return NULL;
}

static void
clear (TlHelpArticle *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  g_clear_object (&self->session);
}

gboolean
tl_help_article_show (TlHelpArticle *self,
                      const char    *target)
{
  const TlHelpPage *page = tl_help_lookup_page (target);
  const TlTerm *term = tl_term_lookup (target);
  const TlEdition *edition = tl_edition_get (target);
  const TlHelpChapter *words = g_strcmp0 (target, TL_HELP_WORDS) == 0 ? find_chapter (target) : NULL;

  g_return_val_if_fail (TL_IS_HELP_ARTICLE (self), FALSE);

  if (page == NULL && term == NULL && edition == NULL && words == NULL)
    return FALSE;
  clear (self);
  if (page != NULL)
    add_page (self, page);
  else if (term != NULL)
    tl_help_article_add_term (self, term);
  else if (edition != NULL)
    tl_help_article_add_index (self, edition);
  else
    add_words (self, words);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  return TRUE;
}

const char *
tl_help_article_get_title (TlHelpArticle *self)
{
  g_return_val_if_fail (TL_IS_HELP_ARTICLE (self), "");

  return self->title;
}

void
tl_help_article_set_can_show (TlHelpArticle *self,
                              gboolean       can_show)
{
  g_return_if_fail (TL_IS_HELP_ARTICLE (self));

  self->can_show = can_show;
}

/* Object {{{1 */

/* The whole, which the arrow keys scroll, before a link in it. */
static gboolean
tl_help_article_grab_focus (GtkWidget *widget)
{
  return !tl_focus_is_within (widget) && gtk_widget_grab_focus (TL_HELP_ARTICLE (widget)->scrolled);
}

static void
tl_help_article_dispose (GObject *object)
{
  TlHelpArticle *self = TL_HELP_ARTICLE (object);

  if (self->scrolled != NULL)
    clear (self);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_help_article_parent_class)->dispose (object);
}

static void
tl_help_article_finalize (GObject *object)
{
  g_free (TL_HELP_ARTICLE (object)->title);

  G_OBJECT_CLASS (tl_help_article_parent_class)->finalize (object);
}

static void
tl_help_article_class_init (TlHelpArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_help_article_dispose;
  object_class->finalize = tl_help_article_finalize;
  widget_class->grab_focus = tl_help_article_grab_focus;

  signals[SIGNAL_LINK] = g_signal_new ("link", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  tl_style_ensure ();
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_help_article_init (TlHelpArticle *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  self->title = g_strdup ("");
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  gtk_widget_add_css_class (GTK_WIDGET (self->content), "help-article");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->content));
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), clamp);
  self->scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_DOCUMENT, "child",
                                 viewport, "hscrollbar-policy", GTK_POLICY_NEVER, "focusable", TRUE, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
