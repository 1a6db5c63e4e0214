import DeployModel

// Uses the library as any other package would: only what is public can be reached from here.
let folder = CommandLine.arguments[1]
let now = try Timestamp("2026-11-23T00:00:00Z")
let snapshot = try ProjectStore(folder: folder).open()

let findings = snapshot.validate(at: now)
let errors = findings.filter { $0.rule.severity == .error && !$0.isSuppressed }
print("\(errors.count) errors by \(Rule.all.count) rules")

let production = try snapshot.project.deployment.get()?.production
print(try production?.appName.get() ?? "no deployment")

let rendered = try snapshot.render(.production)
print(rendered.text.split(separator: "\n").first { $0.hasPrefix("app") } ?? "")
