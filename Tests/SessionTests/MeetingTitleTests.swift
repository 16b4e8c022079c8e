import Session
import Testing

@Test(arguments: [
  ("Apollo", "Pre-mortem", "Apollo pre-mortem"),
  ("Churn offer model", "Model scoping", "Churn offer model scoping"),
  ("The Project Reset", "Project reset", "The Project Reset"),
  ("Project reset", "Project reset", "Project reset"),
  ("Model", "Scoping model", "Model scoping model"),
])
func `a meeting is called by its project and its playbook, and no word stands twice`(
  project: String, playbook: String, title: String
) {
  #expect(MeetingTitle.words(project: project, playbook: playbook) == title)
}
