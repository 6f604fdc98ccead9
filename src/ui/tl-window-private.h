/* tl-window-private.h: what the parts of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-breadcrumbs.h"
#include "ui/tl-command-source.h"
#include "ui/tl-lazy-bin.h"
#include "ui/tl-library-source.h"
#include "ui/tl-load-error-page.h"
#include "ui/tl-project-page.h"
#include "ui/tl-search-everywhere.h"
#include "ui/tl-search.h"
#include "ui/tl-tour.h"
#include "ui/tl-window.h"

G_BEGIN_DECLS

/* Conditions that last, each with a bar of its own. */
typedef enum
{
  TL_CONDITION_CHANGED   = 1 << 0, /* the file is not the one that was read */
  TL_CONDITION_READ_ONLY = 1 << 1,
  TL_CONDITION_SALVAGED  = 1 << 2,
  TL_CONDITION_RECOVERED = 1 << 3,
  TL_CONDITION_NEWER     = 1 << 4, /* holds what this version does not know */
  TL_CONDITION_FIRST     = 1 << 5, /* the user has not seen the program before */
} TlCondition;

struct _TlWindow
{
  AdwApplicationWindow  parent_instance;

  TlSession            *session;
  TlDocument           *document;    /* NULL on the start page */
  GCancellable         *cancellable; /* ends with the window */
  GFile                *loading;     /* what is being read */
  char                 *reveal_key;  /* what to go to when it has been read, or NULL */
  TlWindowState        *restored;    /* what is to be as it was, or NULL */
  guint                 n_loads;     /* under way */
  gboolean              closing;     /* the question has been answered */
  guint                 conditions;  /* that the window knows of by itself */
  guint                 dismissed;   /* the user has taken note of */
  GSignalGroup         *document_signals;
  GSignalGroup         *history_signals;

  AdwToastOverlay      *toasts;
  GtkLabel             *status;      /* what toasts say, for screen readers */
  AdwHeaderBar         *header;
  GtkRevealer          *header_revealer; /* has it while a diagram is presented */
  gboolean              header_wanted;
  guint                 header_source;
  gboolean              presenting;
  AdwWindowTitle       *title;
  TlBreadcrumbs        *breadcrumbs;
  GtkWidget            *steps;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkWidget            *search_button;
  TlSearch             *search;       /* these two NULL until they are asked for */
  TlSearchEverywhere   *everywhere;
  TlCommandSource      *commands;     /* of it */
  TlLibrarySource      *library;      /* likewise */
  TlTour               *tour;         /* NULL until it is taken */
  guint                 tour_tick;    /* until what it points to is there */
  char                 *search_text;  /* to look for when the window is seen, or NULL */
  GtkMenuButton        *menu_button;
  GMenuModel           *main_menu;
  GtkToggleButton      *outline_button;
  GtkToggleButton      *inspector_button;
  GtkBox               *content;
  GtkBox               *bars;
  GtkStack             *stack;
  const char           *page;            /* of the stack, that is shown once the window has been drawn */
  gboolean              drawn;
  guint                 frame_source;    /* after the first frame */
  guint                 patience_source; /* until it is said that a file is being opened */
  GtkWidget            *loading_box;
  GtkSpinner           *spinner;
  TlLazyBin            *error_bin;
  TlLazyBin            *project_bin;
  TlProjectPage        *project_page; /* NULL until there is a project to show */
};

/* tl-window.c */
void tl_window_set_document      (TlWindow   *self,
                                  TlDocument *document,
                                  guint       conditions); /* of TlCondition */
/* For who hears the window: nothing is seen of it. */
void tl_window_say               (TlWindow   *self,
                                  const char *text);

/* tl-window-stack.c */
void tl_window_show_page         (TlWindow   *self,
                                  const char *name);       /* static; of the stack */
/* Shows what was asked for when the first frame, of the bare window, is out. */
void tl_window_wait_for_frame    (TlWindow   *self);
/* Makes it if need be; only with a project. */
TlProjectPage *tl_window_get_project_page (TlWindow *self);

/* tl-window-actions.c */
void tl_window_go_to_page        (TlWindow   *self,
                                  const char *page); /* and the keyboard goes along */
void tl_window_add_actions       (TlWindow   *self);
void tl_window_remove_actions    (TlWindow   *self); /* those that would outlive it */
void tl_window_add_panel_actions (TlWindow   *self); /* once there is a project page */
void tl_window_update_actions    (TlWindow   *self);

/* tl-window-fullscreen.c */
void tl_window_add_fullscreen    (TlWindow   *self);

/* tl-window-panes.c: by keys from one part to the next */
void tl_window_add_pane_actions  (TlWindow   *self);

/* tl-window-file.c */
void tl_window_follow_library    (TlWindow   *self);
void tl_window_save              (TlWindow   *self);
void tl_window_save_as           (TlWindow   *self);
void tl_window_add_filters       (GtkFileChooser *chooser);
/* It was opened or saved: the desktop and the library are told. */
void tl_window_remember_file     (GFile          *file);
gboolean tl_window_is_cancelled  (const GError   *error);

/* tl-window-search.c */
void tl_window_find              (TlWindow   *self);
void tl_window_reveal_wanted     (TlWindow   *self); /* what was asked for while it was read */

/* tl-window-restore.c: parts of what was asked for, each when it can be */
void tl_window_restore_size      (TlWindow   *self); /* it has come up */
void tl_window_restore_session   (TlWindow   *self); /* there is a project */
void tl_window_restore_page      (TlWindow   *self); /* there is a project page */

/* tl-window-load.c */
void tl_window_ask_to_revert     (TlWindow   *self);
void tl_window_salvage           (TlWindow   *self);

/* tl-window-services.c */
void tl_window_add_service       (TlWindow   *self);
void tl_window_ask_for_service   (TlWindow   *self); /* from a template */
void tl_window_show_kinds        (TlWindow   *self);
void tl_window_save_template     (TlWindow   *self);
void tl_window_reconcile         (TlWindow   *self); /* asks for a list */
/* What is hit if the selected element fails. */
void tl_window_show_impact       (TlWindow   *self);

/* tl-window-tour.c */
gboolean tl_window_offers_tour   (TlWindow   *self);
void tl_window_refuse_tour       (TlWindow   *self);
void tl_window_follow_tour       (TlWindow   *self);

/* tl-window-print.c */
void tl_window_print             (TlWindow   *self);

/* tl-window-bars.c: rows beneath the header bar for conditions that last */
void tl_window_update_bars       (TlWindow   *self);

G_END_DECLS
