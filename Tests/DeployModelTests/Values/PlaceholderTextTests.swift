import Testing

@testable import DeployModel

struct PlaceholderTextTests {
  @Test(arguments: [
    ("TODO", "TODO"), ("todo", "todo"), ("TODO: describe this", "TODO"), ("Used by TBD.", "TBD"),
    ("FIXME", "FIXME"), ("changeme", "changeme"), ("please change me", "change me"),
    ("Lorem ipsum dolor sit amet", "lorem ipsum"), ("xxx", "xxx"), ("See TODOLIST: TODO", "TODO"),
    ("XXXXX", "XXXXX"),
    ("placeholder", "placeholder"), ("Placeholder.", "Placeholder."), ("<purpose>", "<purpose>"),
    ("[describe]", "[describe]"), ("Key of <your service>", "<your service>"), ("...", "..."),
    ("…", "…"), ("n/a", "n/a"), ("None", "None"), ("-", "-"), ("", ""), ("  ", ""), ("?", "?"),
    ("description", "description"), ("Purpose", "Purpose"), ("test", "test"), ("123", "123"),
  ])
  func findsWhatWasStillToBeWritten(text: String, found: String) {
    #expect(PlaceholderText.find(in: text)?.text == found)
  }

  @Test(arguments: [
    "Charges customers", "Reads TODOLIST and _TODO", "Session key of the todo application",
    "Key for the image placeholder service",
    "Used by none of the workers but the mailer", "Reads the description of a product",
    "AI", "Datenbank für alles", "Sends mail to <support@example.com>", "x",
    "Testing the payment flow",
    "If a < b and b > c", "{region} is replaced by the region's code", "データベース",
  ])
  func leavesRealProseAlone(text: String) {
    #expect(PlaceholderText.find(in: text)?.text == nil)
  }
}
