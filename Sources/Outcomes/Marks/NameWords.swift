/// Words that begin a sentence and are nobody.
enum NameWords {
  /// Who is several people, or whoever holds an office.
  static let roles: Set<String> = [
    "all", "everyone", "everybody", "chair", "chairs", "editor", "editors", "team", "staff",
  ]

  /// What somebody does who bids others do something.
  static let speech: Set<String> = [
    "reminded", "reminds", "asked", "asks", "thanked", "invited", "invites", "urged", "urges",
    "encouraged", "encourages", "requested", "requests", "advised", "wished", "told", "welcomed",
    "instructed", "tasked", "informed", "directed", "wanted", "allowed",
  ]

  /// What one person is, and is called by.
  static let offices: Set<String> = [
    "clerk", "chair", "chairs", "chairman", "chairwoman", "chairperson", "secretary", "treasurer",
    "president", "mayor", "director", "manager", "editor", "editors", "officer", "convenor",
    "warden", "administrator", "attorney", "engineer", "moderator", "facilitator", "staff", "team",
    "councillor", "councilmember", "cllr", "cllrs", "mr", "mrs", "ms", "dr", "rapporteur",
  ]

  /// What a sentence can begin with as well, and is no person.
  static let things: Set<String> = [
    "meeting", "agenda", "release", "website", "site", "docs", "group", "members", "discussion",
    "list", "vote", "election", "policy", "page", "wiki", "bug", "ticket", "patch", "everyone",
    "everybody", "people", "volunteers", "someone", "folks", "whoever", "committee", "council",
  ]

  /// What ties a name behind it to the deed: `talk to Ana`.
  static let ties: Set<String> = [
    "to", "with", "from", "by", "for", "of", "at", "on", "about", "and", "or", "in", "into", "as",
    "like", "via", "cc", "than", "the", "a", "see", "between", "under", "over", "re",
  ]

  /// What is done to somebody, so that a name behind it is no owner’s: `ask Ana`.
  static let addresses: Set<String> = [
    "ask", "ping", "tell", "remind", "invite", "email", "mail", "contact", "thank", "help", "chase",
    "nudge", "poke", "call", "notify", "inform", "assist", "message", "dm", "nominate", "add",
    "consult", "approach", "welcome", "support", "follow", "replace", "remove", "meet", "join",
  ]

  /// Never a name, capitalised or not.
  static let never: Set<String> = [
    "a", "an", "i", "we", "he", "she", "it", "they", "you", "this", "that", "these", "those",
    "there", "here", "what", "who", "how", "when", "where", "why", "which", "whether", "if", "then",
    "and", "or", "but", "so", "no", "not", "none", "nobody", "nothing", "nothin", "need", "needs",
    "item", "items", "point", "points", "somebody", "someone", "anybody", "anyone", "please",
    "next", "also", "our", "my", "your", "their", "his", "her", "its", "some", "any", "each",
    "every", "before", "after", "by", "for", "from", "in", "on", "at", "of", "with", "without",
    "once", "still", "maybe", "perhaps", "money", "time", "things", "work", "others", "people",
    "note", "info", "outcome", "topic", "today", "tomorrow", "back", "yes", "ok", "well",
    "resolved", "agreed", "decided", "proposal", "proposals", "proposed", "planning", "plans",
    "suggested", "suggestion", "elected", "tasked", "motion", "moved", "approved", "noted",
    "finally", "possibly", "hopefully", "ideally", "additionally", "optionally", "preferably",
    "eventually", "separately", "initially", "likewise", "instead", "later", "afterwards", "first",
    "second", "third", "lastly", "secondly", "thirdly", "meanwhile", "otherwise", "again",
    "discussed", "reviewed", "reminder", "request", "requests", "options", "ability", "efforts",
    "curious", "happy", "glad", "keen", "hard", "easy", "nice", "good", "great", "likely",
    "unlikely",
    "unable", "important", "difficult", "free", "willing", "eager", "reluctant", "everything",
    "invitation", "attempts", "matter", "matters", "issues", "ideas", "decision",
  ]

  /// Verbs and their like that are followed by `to`.
  static let verbs: Set<String> = [
    "talk", "speak", "go", "come", "get", "reply", "respond", "write", "send", "return", "listen",
    "try", "continue", "remember", "move", "switch", "refer", "add", "link", "look", "reach",
    "agree", "ask", "invite", "propose", "subscribe", "contribute", "commit", "submit", "report",
    "answer", "plan", "decide", "start", "begin", "forward", "provide", "offer", "apply", "check",
    "prepare", "up", "issue", "find", "make", "update", "review", "draft", "create", "open",
    "close", "publish", "post", "mail", "email", "call", "talking", "pointer", "due", "migrate",
    "convert", "change", "rename", "upgrade", "map", "connect", "attach", "assign", "give", "show",
    "present", "explain", "tell", "announce", "bring", "take", "turn", "push", "pull", "upload",
    "copy", "translate", "listen", "adapt", "align", "react", "object", "defer", "point", "read",
    "look", "follow", "escalate", "delegate", "route", "redirect", "transfer", "suggest", "want",
    "wants", "ready", "able", "how", "what", "everything", "something", "use", "keep", "set",
    "related", "pertaining", "according", "prior", "thanks", "reaching", "attempt", "resolve",
    "contact", "investigate", "organise", "organize", "discuss", "coordinate", "confirm", "verify",
    "arrange", "cite", "figure",
  ]

  /// What is only ever done, so that whoever stands in front of it does it.
  private static let deeds: Set<String> = [
    "allocate", "analyse", "analyze", "approach", "ascertain", "assemble", "assess", "circulate",
    "clarify", "collect", "communicate", "compare", "compile", "configure", "consider", "consult",
    "deploy", "describe", "determine", "develop", "disable", "distribute", "email", "enable",
    "engage", "enquire", "ensure", "evaluate", "examine", "expand", "explore", "extend", "finalise",
    "finalize", "finish", "gather", "generate", "identify", "implement", "improve", "include",
    "inform", "initiate", "inquire", "install", "integrate", "introduce", "liaise", "maintain",
    "negotiate", "notify", "obtain", "produce", "provide", "pursue", "refactor", "remind", "remove",
    "replace", "reproduce", "revise", "rewrite", "solicit", "summarise", "summarize", "validate",
  ]

  static func isDeed(_ word: String) -> Bool { verbs.contains(word) || deeds.contains(word) }

  /// What is done, and as often a thing: `work`, `test`.
  static let works: Set<String> = [
    "work", "play", "fix", "file", "test", "merge", "run", "help", "host", "lead", "edit", "build",
    "clean", "document", "monitor", "organise", "schedule", "research", "release", "restart",
    "sync",
    "track", "tweak", "poke", "ping", "nudge", "chase", "raise", "book", "buy", "sort", "see", "do",
    "have", "put", "rebase", "retest", "reboot", "design", "define", "drop", "clear", "wait",
  ]
}
