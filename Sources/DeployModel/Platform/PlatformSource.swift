/// A public document that facts about Fly.io are read from, in the version that was read.
struct PlatformSource: Sendable {
  var address: String
  var date: CalendarDate

  /// A file of flyctl, as of commit ad0172fa.
  static func flyctl(_ file: String) -> PlatformSource {
    PlatformSource(
      address: "https://github.com/superfly/flyctl/blob/ad0172fa/" + file,
      date: CalendarDate(constant: 2026, 8, 21))
  }

  /// A file of fly-go, the client that flyctl is built on, as of commit 22d6e518.
  static func flyGo(_ file: String) -> PlatformSource {
    PlatformSource(
      address: "https://github.com/superfly/fly-go/blob/22d6e518/" + file,
      date: CalendarDate(constant: 2026, 8, 21))
  }

  /// A page of the documentation, as of commit 5c22c8ce.
  static func documentation(_ page: String) -> PlatformSource {
    PlatformSource(
      address: "https://fly.io/docs/" + page, date: CalendarDate(constant: 2026, 8, 7))
  }
}
