"""The page's own words in Spanish; what the guides and the advisor say stays in the language of the guides."""

from ui.words import en

LANGUAGE = "Español"
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
DAY = "{day} de {month} de {year}"
MONTH = "{month} de {year}"
AND = "y"

TITLE = "Orientador profesional"
TAGLINE = "responde con las palabras de las guías"
SKIP = "Ir al contenido"
NAV_GUIDES = "Guías"
NAV_COMPARE = "Comparar"
NAV_FIT = "Tu perfil"
NAV_PLAN = "Mi plan"
NAV_CONVERSATIONS = "Historial"
THEME = "Claro u oscuro"

INTRO_TITLE = "¿Qué te gustaría saber?"
INTRO = (
    "Pregunta sobre profesiones con tus palabras. Las guías están en inglés y el orientador entiende y responde en "
    "inglés: muestra, detrás de cada afirmación, las palabras de la guía."
)
EXAMPLES = "Preguntas para empezar"
FOLLOW_UPS = "Podrías preguntar ahora"
CHOICES = "Elige una opción"
QUESTION_LABEL = "Tu pregunta"
QUESTION_HINT = "Pregunta, en inglés…"
SEND = "Enviar"
STOP = "Parar"
NEW = "Nueva conversación"
COPY = "Copiar la respuesta"
SIMPLER = "Dilo más sencillo"
AGAIN = "Preguntar de nuevo"
REWRITE = "Editar la pregunta"
LOG = "Conversación"
SCRIPT = {
    "log": LOG,
    "ours": "En nuestras palabras, de nuestro glosario",
    "warming": "Preparándose… Ya puedes escribir tu pregunta.",
    "lost": "Ahora no se puede contactar con el orientador. Lo que escribiste se conserva; pregunta cuando vuelva.",
    "broken": "La conexión se cortó antes de la respuesta. Tu pregunta está de nuevo en el cuadro.",
    "reach": "Intentar de nuevo",
}

EXAMPLE_PAIR = en.EXAMPLE_PAIR
EXAMPLE_ONE = en.EXAMPLE_ONE
EXAMPLE_ANY = en.EXAMPLE_ANY
ASK_SIMPLER = en.ASK_SIMPLER

ASKED = "Preguntaste: "
READING = "Leyendo las guías…"
READ = "Guías leídas en {time}"
STEPS = {
    "understand": "Entendido",
    "retrieve": "Buscado",
    "write": "Escrito",
    "decline": "Rechazado",
    "verify": "Comprobado",
    "record": "Registrado",
}
KEPT_AS = "Conservado para auditoría como registro {record}. Edición de la biblioteca {release}. Escrito por {writer}."
LOOKED_FOR = "Busqué: "
EDIT = "Editar"
EDIT_WHAT = " la pregunta que se buscó"
NOTES = "Lo que sé de ti, en esta conversación:"
STOPPED = "Detenido antes de la respuesta. Tu pregunta está de nuevo en el cuadro."
NOT_SHOWN = "Lo que la comprobación rechazó"
DIFFER = "Las guías no coinciden: {topic}"

SOURCES = "Fuentes"
SOURCES_NONE = "Aquí aparecen las fuentes de una respuesta: la guía, su fecha y las palabras usadas, resaltadas."
SOURCES_OPEN = "Ver las palabras usadas"
SOURCES_CLOSE = "Cerrar las fuentes"
MARKER = ("Fuente ", ": {title}, {heading}, {verdict}")
DIGEST_OF = "Nuestro resumen de "
CORRECTION = "Corrección:"
DIGEST_NOTE = "Palabras nuestras, no de quien la publicó"
DIGESTED = "resumido por {who} el {when}"
DIGESTED_BY = "resumido por {who}"
BY = "por {author}"
REVIEWED = "revisado por {reviewer}"
UNDATED = "sin fecha"
AGES = {
    "new": "hace menos de un mes",
    "month": "hace 1 mes",
    "months": "hace {count} meses",
    "years": "hace {count} años",
}
OPEN = "Abrir en la guía"
PUBLISHER_PAGE = "Página original"
NEW_TAB = " (se abre en otra pestaña)"
VERDICTS = {
    "supported": "respaldado",
    "partly": "respaldado en parte",
    "unsupported": "no respaldado",
    "contradicted": "contradicho",
}
BASES = {
    "quote": "palabras de la biblioteca",
    "model": "escrito por un modelo de lenguaje",
    "computed": "calculado por nosotros",
    "counted": "contado por nosotros",
    "absent": "nada encontrado",
    "library": "sobre las guías",
}

TOO_LONG = "La pregunta tiene {length:,} caracteres; se pueden leer {limit:,} como máximo."
TOO_LONG_HINT = "Acórtala y pregunta de nuevo; sigue en el cuadro."
EMPTY = "Todavía no hay ninguna pregunta."
EMPTY_HINT = "Escribe una abajo o elige un ejemplo."

NOTICE = (
    "Hablas con un programa, no con una persona. Responde a partir de las guías de la biblioteca y puede equivocarse: "
    "abre la fuente antes de decidir. Las preguntas y respuestas se conservan para auditoría, sin nombre ni dirección; "
    "una cookie aleatoria permite que este navegador encuentre sus conversaciones, y allí puedes borrarlas. Lo que "
    "escribiste puede borrarse después de {days} días."
)

COMPARE_TITLE = "Comparar profesiones"
COMPARE_OF = "Comparación: {roles}"
COMPARE_INTRO = (
    "Elige de dos a cuatro profesiones y lo que te gustaría saber. Cada celda muestra lo que dice cada guía, con sus "
    "palabras y el lugar donde lo dice."
)
COMPARE_CHANGE = "Cambiar lo que se compara"
COMPARE_ROLES = "Profesiones"
COMPARE_ROLES_HINT = "de dos a cuatro"
COMPARE_ATTRIBUTES = "Qué comparar"
COMPARE_ATTRIBUTES_HINT = "entre paréntesis: cuántas guías hablan de ello"
COMPARE_BACKGROUND = "Qué significa para ti, si vienes de"
COMPARE_NO_BACKGROUND = "ningún campo en particular"
COMPARE_GO = "Comparar"
COMPARE_BUSY = "Comparando…"
COMPARE_BY_DEFAULT = "No elegiste qué comparar: esto es de lo que más hablan las guías. Puedes cambiarlo arriba."
COMPARE_UNKNOWN = "No está en la biblioteca, así que se omite: {names}."
COMPARE_LEFT_OUT = "Caben cuatro profesiones como máximo; se omite: {names}."
COMPARE_AS_PAGE = "Abrir como página de comparación"
COMPARE_NONE_YET = "Elige al menos dos profesiones para verlas una junto a otra."
COMPARE_ONE_ROLE = "{role} está sola: elige al menos una profesión más para compararla."
COMPARE_EMPTY = "Las guías de esta biblioteca no describen dos profesiones: no hay nada que comparar."
COMPARE_DIFFERENCES = "De un vistazo"
COMPARE_WORKED_OUT = "Calculado por nosotros a partir de las cifras y palabras citadas."
COMPARE_PICTURES = "En imágenes"
COMPARE_TABLE = "Lado a lado"
COMPARE_CAPTION = "Lo que dice cada guía de {roles}"
COMPARE_ABOUT = "Sobre"
COMPARE_FOR_YOU = "Qué significa para ti: {background}"
COMPARE_NONE = "Ninguna guía lo dice."
COMPARE_MORE = "{count} más de {guide}"
COMPARE_DIFFER = "Las guías no coinciden"
CITE_OPEN = "{guide}: abrir «{title}» en estas palabras"
CITE_DIGEST = "nuestro resumen"
COMPARE_CSV = "Descargar como CSV"
COMPARE_PNG = "Descargar como imagen (PNG)"
COMPARE_LINK = "Copiar la dirección"
COMPARE_LINK_COPIED = "Dirección copiada"
COMPARE_PNG_FAILED = "No se pudo crear la imagen. El CSV contiene lo mismo."
COMPARE_RELEASE = "Edición de la biblioteca {release}"
COMPARE_SORTS = {
    "higher top": "Techo más alto",
    "higher bottom": "Suelo más alto",
    "faster": "Crecimiento más rápido",
    "same": "Igual: {about}",
    "different": "Distinto: {about}",
}
COMPARE_CSV_HEAD = (
    "sobre", "profesión", "guía", "editor", "tipo", "fecha", "llamado", "palabras", "las guías no coinciden", "lugar",
    "edición",
)  # fmt: skip
CHART_OF = "{what}, {unit}"
CHART_UNITS = {"%": "en porcentaje"}
CHART_UNIT = "en {unit}"
CHART_SOURCES = "Fuente: {sources}."
CHART_PLACE = "Para {place}."
CHART_NO_PLACE = "No se nombra ningún país."
CHART_TABLE = "Las cifras en una tabla"
CHART_ROLE = "Profesión"
CHART_VALUE = "Cifra"
CHART_GUIDE = "Guía"
CHART_ALONE = "Sin dibujar, porque no hay nada que mida lo mismo para ponerlo al lado: {figures}."
CHART_TOTAL = "Un total en ese tiempo, no una tasa anual."

FIT_TITLE = "Descubre tu perfil"
FIT_INTRO = (
    "Aquí hay {count} afirmaciones en nuestras palabras (en inglés), cada una con las palabras de la guía en que se "
    "apoya. Di cuáles te describen; lo que dejes abierto no cuenta. No se guarda nada: tus respuestas solo están en la "
    "dirección de esta página."
)
FIT_NO_QUIZ = "Esta biblioteca no tiene afirmaciones que responder: no hay resultado que encontrar."
FIT_STATEMENT = "Afirmación {place} de {of}"
FIT_REPLIES = {"yes": "Sí", "no": "No", "unsure": "No sé"}
FIT_WHY = "Por qué se pregunta"
FIT_SPEAKS_FOR = "Quien dice sí se inclina por {role}."
FIT_GO = "Ver mi resultado"
FIT_AGAIN = "Empezar de nuevo"
FIT_CHANGE = "Tus respuestas"
FIT_RESULT = "Te inclinas por {role}"
FIT_TIE = "Es un empate"
FIT_NONE = "Sin dirección"
FIT_COUNT = "{many} de tus {of} respuestas «sí» hablan a favor de {role}."
FIT_COUNT_ONE = "Tu única respuesta «sí» habla a favor de {role}."
FIT_COUNT_ALL = "Todas tus {of} respuestas «sí» hablan a favor de {role}."
FIT_COUNT_TIE = "De tus {of} respuestas «sí», {many} hablan a favor de cada una: {roles}."
FIT_COUNT_NONE = "No dijiste sí a ninguna de las afirmaciones que respondiste: nada habla a favor de una profesión."
FIT_MARGIN = "Para que otra profesión empatara harían falta {more}."
FIT_MORE = ("una respuesta «sí» más", "{count} respuestas «sí» más")
FIT_OPEN = ("Una afirmación sigue abierta; no contó.", "{count} afirmaciones siguen abiertas; no contaron.")
FIT_UNSURE = ("Una respuesta fue «no sé»; no contó.", "{count} respuestas fueron «no sé»; no contaron.")
FIT_UNKNOWN = "La dirección contiene respuestas a afirmaciones que no están en esta biblioteca: se omiten."
FIT_YES_OF = "{role}: {many} sí de {of}"
FIT_RULE = "La regla que se aplica"
FIT_RULES = "Cómo se puntúa"
FIT_SCORED = "Solo cuentan las respuestas «sí». La profesión con más es la dirección; si hay tantas de cada, es empate."
FIT_DECIDED = "Lo que lo decidió"
FIT_DECIDED_TIE = "Lo que hay a cada lado"
FIT_AGAINST = "Lo que habla en contra"
FIT_YOU_SAID = "Dijiste sí a"
FIT_LIMITS = "Una inclinación, no un veredicto: no sabe nada de tu experiencia, tu lugar ni tus planes."
FIT_NEXT = "Qué puedes hacer con ello"
FIT_TALK = "Hablarlo"
FIT_TALK_HINT = (
    "abre la conversación con una pregunta que lleva tus respuestas «sí»; puedes cambiarla antes de preguntar"
)
FIT_COMPARE = "Comparar {roles}"
FIT_RELEASE = "Edición de la biblioteca {release}"

PLAN_TITLE = "Mi plan"
PLAN_OF = "Mi plan: {role}"
PLAN_INTRO = (
    "De una meta a los próximos treinta días, por pasos. Cada paso está en palabras de una guía, con su lugar; donde "
    "ninguna guía lo dice, el paso queda abierto. Cuando guardes el plan podrás cambiarlo y añadir pasos tuyos."
)
PLAN_EDIT_INTRO = (
    "Cambia cualquier paso, quítalo o añade los tuyos. Las palabras que cambias son tuyas: las de la guía y su lugar "
    "quedan al lado."
)
PLAN_ROLE = "Profesión"
PLAN_ROLE_NONE = "elige una profesión"
PLAN_BACKGROUND = "Vienes de"
PLAN_GOAL = "Tu meta, en tus palabras"
PLAN_GO = "Hacer el plan"
PLAN_CHANGE = "Cambiar profesión, origen o meta"
PLAN_EMPTY = "Las guías de esta biblioteca no describen ninguna profesión: no hay nada que planear."
PLAN_STEPS = {
    "goal": ("Meta", "Adónde puede llevar la profesión"),
    "role": ("Profesión", "Para quién es y cómo se entra"),
    "missing": ("Lo que falta", "Lo que hay que aprender"),
    "project": ("Primer proyecto", "Qué construir y enseñar"),
    "thirty-days": ("Los próximos treinta días", "Qué hacer primero"),
}
PLAN_YOURS = "tus palabras"
PLAN_CITED = "palabra por palabra"
PLAN_WORKED_OUT = "calculado por nosotros"
PLAN_AFTER = "a partir de"
PLAN_WAS = "Lo que dice la guía"
PLAN_AGREED = "Dijiste sí a «{statement}»"
PLAN_EDIT = "Cambiar"
PLAN_EDIT_WHAT = " el paso «{step}»"
PLAN_EDIT_LABEL = "Lo que quieres hacer, en tus palabras"
PLAN_SAVE = "Guardar"
PLAN_RESTORE = "Volver a las palabras de la guía"
PLAN_REMOVE = "Quitar"
PLAN_ADD = "Añadir un paso tuyo"
PLAN_ADD_WHAT = " en «{part}»"
PLAN_ADD_LABEL = "Tu paso: {part}"
PLAN_ADD_GO = "Añadirlo"
PLAN_KEEP = "Guardar este plan"
PLAN_KEEP_WHERE = "Guardarlo con"
PLAN_KEEP_OWN = "una conversación propia"
PLAN_KEEP_REPLACES = "{title} (en lugar de su plan)"
PLAN_KEEP_HINT = "Así podrás cambiar sus pasos, añadir los tuyos y encontrarlo en este navegador. Nadie más lo ve."
PLAN_KEPT = "Planes que guardas"
PLAN_KEPT_WITH = "Guardado con"
PLAN_DISCARD = "Quitar este plan"
PLAN_DISCARD_WHAT = "El plan se borra para siempre, también tus propios pasos. La conversación se queda."
PLAN_DISCARD_GO = "Borrar el plan"
PLAN_CHOSEN = "Elegida: {role}"
PLAN_FROM = "Vienes de: {background}"
PLAN_OPEN = "Ninguna guía de esta biblioteca lo dice."
PLAN_OWN = "Espacio para tus propios pasos:"
PLAN_PRINT = "Imprimir"
PLAN_TALK = "Hablarlo"
PLAN_TALK_HINT = "abre la conversación con una pregunta que lleva tu profesión, tu origen y tu meta"
PLAN_MORE = "Plan para {role}"
PLAN_ANY = "Hacer un plan"
PLAN_FROM_HERE = "Hacer un plan con esto"

GUIDES_TITLE = "La biblioteca"
GUIDES_INTRO = "Cada respuesta se apoya en estas guías y en nada más."
GUIDES_COUNT = {1: "Una guía", 2: "{count} guías"}
GUIDES_EMPTY = "La biblioteca todavía no tiene ninguna guía."
GUIDES_EMPTY_HINT = "Quien mantiene esta página puede añadir guías con la orden «advisor ingest»."
GUIDES_SORT = "Ordenadas por"
GUIDES_SORTS = {"name": "nombre", "date": "fecha", "cited": "veces citada"}
GUIDES_FOR = "Para"
GUIDES_ROLES = "Habla de"
GUIDES_PASSAGES = "Pasajes"
GUIDES_CITED = "Citada"
GUIDES_CITED_TIMES = {0: "todavía no", 1: "una vez", 2: "{count:,} veces"}
GUIDES_KINDS = {"digest": "nuestro resumen", "original": "original"}
GUIDE_OLD = "De hace más de dos años"
GUIDE_REVIEW_PAST = "Había que revisarla el {when}"
GUIDE_UNDATED = "Sin fecha"

SEARCH_TITLE = "«{query}» en las guías"
SEARCH_LABEL = "Buscar en las guías"
SEARCH_HINT = "Todas las palabras deben estar en un pasaje; entre comillas dobles, una junto a otra."
SEARCH_GO = "Buscar"
SEARCH_BACK = "Todas las guías"
SEARCH_EXACT = {
    0: "Ningún pasaje contiene estas palabras",
    1: "Un pasaje contiene estas palabras",
    2: "{count:,} pasajes contienen estas palabras",
}
SEARCH_NEAR = {0: "", 1: "uno se acerca en el sentido", 2: "{count} se acercan en el sentido"}
SEARCH_FIRST = "; se muestran los primeros {count}"
SEARCH_EXACT_TITLE = "Con estas palabras"
SEARCH_NEAR_TITLE = "Cercanos en el sentido"
SEARCH_NOTHING = "No se encontró nada para «{query}»."
SEARCH_NOTHING_HINT = "Prueba con menos palabras u otras, en inglés y sin comillas, o pregunta al orientador."
SEARCH_TOO_LONG = "Es demasiado largo para buscarlo"
GUIDE_DIGEST = "Nuestro resumen de «{title}», {publisher}"
GUIDE_DIGEST_WRITTEN = ", escrito por {who}"
GUIDE_DIGEST_ON = " el {when}"
GUIDE_DIGEST_CHECKED = ", comprobado por {who}"
GUIDE_DIGEST_END = "; palabras nuestras, no de quien la publicó."
GUIDE_ORIGINAL = "Un original: las palabras de quien la publicó."
GUIDE_OTHER_RELEASE = "La edición citada ya no existe; esta es la guía tal como está ahora en la biblioteca."
GUIDE_SPAN_GONE = "Las palabras citadas no están en esta versión en el lugar citado: no se resalta nada."
GUIDE_WITHDRAWN = "Esta guía se ha retirado y no se usa: {reason}"
GUIDE_PASSAGE_WITHDRAWN = "Un pasaje de esta guía se ha retirado y no se usa: {reason}"
GUIDE_GONE = "(retirado)"
GUIDE_CITED = "Ir a las palabras citadas"
GUIDE_CONTENTS = "En esta página"
GUIDE_SECTION_LINK = "Enlace a la sección «{name}»"
GUIDE_SAYS = {
    "audience": "Escrita para",
    "difficulty": "Nivel",
    "basis": "Sus pruebas, según ella misma",
    "reliability": "Cuánto fiarse de ella (nota nuestra)",
    "origin": "Dónde repite otra fuente",
    "review_by": "Hay que revisarla el",
}
GUIDE_REVIEW_OWNER = "{when}, por {owner}"
GUIDE_RELATED = "Relacionado"
GUIDE_COMPARE = "Comparar profesiones en lo que esta guía trata"
GUIDE_COMPARE_ALL = "{roles}: todo lo que trata"
GUIDE_COMPARE_ON = "O una cosa cada vez: "
GUIDE_OTHERS = "Otras guías sobre las mismas profesiones"
GUIDE_MISSING = "No existe esa guía"
GUIDE_MISSING_HINT = "Puede haberse retirado de la biblioteca. La lista muestra las guías que hay."
GUIDE_LIST = "Ver todas las guías"
PAGE_MISSING = "No existe esa página"
PAGE_MISSING_HINT = "Comprueba la dirección o empieza por la página de preguntas."
PAGE_START = "Ir a la página de preguntas"
LIBRARY_CLOSED = "No se puede abrir la biblioteca"

UNREACHED = "Ahora no se puede contactar con el orientador. Lo que escribiste sigue aquí; inténtalo de nuevo."
BODY_TOO_LARGE = "Es más de lo que esta página acepta. Acórtalo y pregunta de nuevo; sigue en el cuadro."

KEPT_TITLE = "Tus conversaciones"
KEPT_INTRO = (
    "Guardadas para este navegador, que una cookie aleatoria distingue de otros. Las ve quien use este navegador; "
    "nadie más, salvo que compartas un enlace."
)
KEPT_NONE = "Todavía no hay ninguna conversación de este navegador."
KEPT_START = "Hacer una pregunta"
KEPT_UNNAMED = "Conversación sin palabras"
KEPT_QUESTIONS = ("{count} pregunta", "{count} preguntas")
KEPT_RENAME = "Renombrar"
KEPT_NAME = "Nombre"
KEPT_NAME_HINT = "Déjalo vacío para llamarla por su primera pregunta."
KEPT_SAVE = "Guardar el nombre"
KEPT_EXPORT = "Exportar"
KEPT_EXPORTS = {"md": "Markdown", "html": "Página web (HTML)", "json": "Datos (JSON)"}
KEPT_SHARE = "Compartir"
KEPT_SHARE_WHAT = (
    "Quien tenga el enlace puede leer esta conversación, también lo que preguntes después, y no cambiar nada. Puedes "
    "revocarlo cuando quieras. El plan que guardes con ella no se muestra."
)
KEPT_SHARE_GO = "Crear un enlace"
KEPT_LINK = "Enlace para leerla"
KEPT_LINK_COPY = "Copiar el enlace"
KEPT_LINK_COPIED = "Copiado"
KEPT_REVOKE = "Revocar el enlace"
KEPT_DELETE = "Borrar"
KEPT_DELETE_WHAT = "Lo que se escribió en ella se borra para siempre y su enlace deja de funcionar."
KEPT_DELETE_GO = "Borrar para siempre"
KEPT_OF = ": {title}"
KEPT_MISSING = "Aquí no existe esa conversación"
KEPT_MISSING_HINT = "Puede haberse borrado, su enlace revocado, o ser de otro navegador."
KEPT_CLOSED = "No se pueden abrir las conversaciones"
KEPT_ELSEWHERE = "Esto no vino de una página de este sitio"
KEPT_ELSEWHERE_HINT = "Abre la lista de tus conversaciones y hazlo allí."
TRANSCRIPT_OF = "Conversación del {when}"
TRANSCRIPT_ABOUT = (
    "Una conversación con un programa que responde a partir de guías de profesiones y puede equivocarse: abre la "
    "fuente antes de decidir."
)
TRANSCRIPT_SHARED = "Compartida para leer; quien la compartió puede revocar el enlace."
TRANSCRIPT_WHEN = "Preguntado el {when}, edición de la biblioteca {release}"
TRANSCRIPT_ASKED = "Preguntó: "

FEEDBACK_WHAT = "¿Te ayudó esta respuesta?"
FEEDBACK_UP = "Ayudó"
FEEDBACK_DOWN = "No ayudó"
FEEDBACK_THANKS = "Gracias, anotado."
FEEDBACK_WHY = "¿Qué le pasa?"
COMPLAINTS = {
    "wrong": "Es incorrecta",
    "incomplete": "Está incompleta",
    "outdated_source": "Su fuente está anticuada",
    "not_what_i_asked": "No es lo que pregunté",
    "other": "Otra cosa",
}
FEEDBACK_COMMENT = "¿Qué debería haber dicho? (opcional)"
FEEDBACK_SEND = "Enviar"
FEEDBACK_CANCEL = "Cancelar"
FEEDBACK_FAILED = "No se pudo enviar. Lo que escribiste sigue aquí: inténtalo de nuevo."

AUDIT_TITLE = "Auditoría"
AUDIT_INTRO = "Aquí el personal revisa las respuestas. Para preguntar no hace falta cuenta."
AUDIT_NOBODY = "Aún no hay ninguna cuenta. Quien administra este asesor crea la primera, en su máquina, con:"
AUDIT_NAME = "Nombre"
AUDIT_PASSWORD = "Contraseña"
AUDIT_SIGN_IN = "Entrar"
AUDIT_SIGN_OUT = "Salir"
AUDIT_WHO = "{name}, {role}"
AUDIT_ROLES = {"viewer": "lectura", "auditor": "auditoría", "admin": "administración"}
AUDIT_WRONG = "El nombre o la contraseña no es correcto."
AUDIT_WAIT = {
    1: "Demasiados intentos. Prueba dentro de un minuto.",
    2: "Demasiados intentos. Prueba dentro de {count} minutos.",
}
AUDIT_SIGNED_OUT = "Tu sesión terminó"
AUDIT_SIGNED_OUT_HINT = "Entra en /audit. Lo que juzgaste está guardado; lo que escribiste sigue en este navegador."
AUDIT_FORBIDDEN = "Tu cuenta no puede hacer esto"
AUDIT_FORBIDDEN_HINT = "Pídelo a quien administra, o abre la página de nuevo y hazlo allí."
AUDIT_MISSING = "No existe esa respuesta"
AUDIT_MISSING_HINT = "Elige una en la lista de todas las respuestas."
AUDIT_TABS = {"/audit": "Todas las respuestas", "/audit/queue": "Por juzgar", "/audit/chain": "Prueba"}
AUDIT_ALL = "Todas las respuestas"
AUDIT_NONE = "Ninguna respuesta cumple todos estos filtros."
AUDIT_ERASED = "[La pregunta fue borrada]"
AUDIT_BY = "juzgada por {name}"
AUDIT_OLDER = "Respuestas anteriores"
AUDIT_NEWEST = "Volver a las más recientes"
AUDIT_FILTER = "Filtrar"
AUDIT_FILTER_GO = "Mostrar"
AUDIT_FILTER_CLEAR = "Quitar todo"
AUDIT_ANY = "cualquiera"
AUDIT_FILTERS = {
    "q": "Palabras en la pregunta o la respuesta",
    "from": "Desde",
    "to": "Hasta",
    "origin": "Preguntó",
    "kind": "Tipo",
    "declined": "Rechazada porque",
    "verdict": "Veredicto más débil",
    "feedback": "Opinión",
    "reviewed": "Revisada",
    "source": "Fuente",
    "disagreement": "Desacuerdo",
    "near": "Pasajes cercanos",
    "often": "Frecuente",
    "guide": "Guía citada",
    "role": "Profesión",
    "attribute": "Aspecto",
    "release": "Versión",
    "reviewer": "Quién revisó",
}
AUDIT_OPTIONS = {
    "origin": {
        "people": "personas", "chat": "personas, en la página", "api": "personas, por otra vía", "batch": "un lote",
        "eval": "una evaluación", "replay": "una repetición", "any": "cualquiera",
    },
    "kind": {"answer": "respuesta", "declined": "rechazada", "question": "repregunta", "talk": "charla"},
    "declined": {"not_in_guides": "no está en las guías", "off_topic": "no es asunto nuestro", "unsafe": "peligrosa"},
    "verdict": {
        "supported": "todo respaldado", "partly": "respaldado en parte", "unsupported": "sin respaldo",
        "contradicted": "contradicho", "refused": "se descartó una afirmación",
    },
    "feedback": {"down": "no ayudó", "up": "ayudó", "none": "ninguna"},
    "reviewed": {"no": "sin revisar", "yes": "revisada"},
    "source": {"undated": "fuente sin fecha", "old": "fuente antigua"},
    "disagreement": {"yes": "las guías difieren"},
    "near": {"yes": "rechazada con pasajes cercanos"},
    "often": {"yes": "se pregunta a menudo"},
}  # fmt: skip
AUDIT_QUEUE = "Por juzgar"
AUDIT_QUEUE_INTRO = (
    "Los casos se alternan: uno por sorteo, uno que parece arriesgado. Solo los sorteados hablan por todas las "
    "respuestas: júzgalos tal como vienen. Un caso que se te da es solo tuyo durante media hora."
)
AUDIT_QUEUE_EMPTY = "No queda nada que puedas juzgar."
AUDIT_START = "Juzgar el siguiente caso"
AUDIT_COUNTS = (
    "Arriesgadas sin juzgar: {risky}. Segundas opiniones pedidas: {second}. Sorteadas y juzgadas: {drawn} de {due} "
    "respuestas. Juzgadas por ti: {mine}."
)
AUDIT_RISKY = "Primero las más arriesgadas"
AUDIT_JUDGE = "Juzgar esta"
AUDIT_SIZES = "Qué dice una muestra"
AUDIT_SIZES_WHAT = (
    "Donde unas 80 de cada 100 respuestas son correctas, la proporción hallada se aparta de la verdadera a lo sumo "
    "tantos puntos, 95 de cada 100 veces."
)
AUDIT_SIZES_HEAD = ("Juzgadas por sorteo", "Puntos")
AUDIT_CASE = "Una respuesta"
AUDIT_QUESTIONS = {
    "right": "¿Es correcta?",
    "complete": "¿Está completa?",
    "harmful": "¿Podría hacer daño?",
    "rightly_declined": "¿Fue correcto rechazarla?",
}
AUDIT_YES_NO = {"yes": "sí", "no": "no", "": "abierto"}
AUDIT_KEYS = (
    "Teclas: r, c y h responden una pregunta; otra vez, responden lo contrario; después la dejan abierta. n siguiente, "
    "s saltar, 2 segunda opinión, d las afirmaciones."
)
AUDIT_KEYS_ON = "teclas activas"
AUDIT_NEXT = "Guardar, siguiente caso"
AUDIT_SAVE = "Guardar"
AUDIT_SKIP = "Saltar"
AUDIT_SECOND = "Guardar, pedir segunda opinión"
AUDIT_SAVED = "Guardado"
AUDIT_SAVED_AT = "La juzgaste: {when}"
AUDIT_NOT_SAVED = "Sin guardar. Lo elegido sigue en este navegador; se envía de nuevo con el próximo cambio."
AUDIT_DOUBT = "En duda: afirmaciones, sus fuentes, comentario"
AUDIT_CLAIMS = "Afirmaciones junto a sus fuentes"
AUDIT_NEAREST = "Lo más cercano que tiene la biblioteca"
AUDIT_MACHINE = "La comprobación dice"
AUDIT_CLAIM = "Tu juicio"
AUDIT_WHY = "Motivo"
AUDIT_JUDGEMENTS = {
    "supported": "respaldada",
    "partly": "respaldada en parte",
    "not": "sin respaldo",
    "contradicted": "contradicha",
    "wrong-guide": "guía equivocada",
    "outdated": "anticuada",
}
AUDIT_REASONS = {
    "figure": "la cifra es otra",
    "role": "habla de otra profesión",
    "scope": "cierto solo en un lugar, tiempo o nivel",
    "missing": "falta algo que importa",
    "wording": "la redacción engaña",
    "source": "la fuente es demasiado débil",
    "other": "otra cosa",
}
AUDIT_TEXTS = {"comment": "Comentario", "better": "Una redacción mejor"}
AUDIT_HELD = "{name} está juzgando esta respuesta ahora. Se conserva lo que decida cada cual."
AUDIT_OTHERS = "Qué decidieron otras personas"
AUDIT_OTHERS_LATER = "Otras personas la juzgaron; se muestra cuando tú lo hayas hecho."
AUDIT_ERASE = "Borrar lo que escribió la persona"
AUDIT_ERASE_WHAT = (
    "Se borran la pregunta, la respuesta mostrada y los comentarios; quedan fuentes y juicios. No tiene vuelta atrás."
)
AUDIT_ERASE_WHY = "¿Por qué? Queda registrado: no nombres a nadie."
AUDIT_ERASE_GO = "Borrar para siempre"
AUDIT_CHAIN = "¿Está el registro como se escribió?"
AUDIT_CHAIN_INTRO = (
    "Cada entrada está sellada a la anterior con una clave que no está en la base de datos. Ahora se leyeron todas."
)
AUDIT_CHAIN_HOLDS = "Se sostiene: {count} entradas, ninguna cambiada, quitada, añadida ni movida."
AUDIT_CHAIN_BROKEN = "Se rompe en la entrada {seq}: {kind}."
AUDIT_BREAKS = {
    "changed": "cambiada",
    "removed": "quitada",
    "inserted": "añadida",
    "reordered": "movida",
    "truncated": "se cortó el final",
    "recomputed without the key": "recalculada sin la clave",
    "head lost": "se perdió la cabeza de la cadena",
}
AUDIT_HEAD = "Anota esta cabeza en otro lugar: mostrará más tarde que nada anterior fue cambiado."
