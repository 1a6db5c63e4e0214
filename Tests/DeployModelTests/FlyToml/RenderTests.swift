import Documents
import Testing

@testable import DeployModel

@Suite struct RenderTests {
  /// The sample project with pieces laid over files that are one object, or in place of others.
  private func render(
    _ pieces: [ProjectFile: String] = [:], _ environment: EnvironmentName = .production
  ) throws -> RenderedConfiguration {
    var files = SampleProject.files
    for (file, piece) in pieces {
      files[file] = file.layout == .object ? try laid(piece, over: files[file] ?? "{}") : piece
    }
    return try SampleProject.snapshot(files).render(environment)
  }

  private func laid(_ piece: String, over text: String) throws -> String {
    var diagnostics: [Diagnostic] = []
    let patch = try #require(JSONReader.read(SourceText(name: "", piece), &diagnostics))
    let target = try #require(JSONReader.read(SourceText(name: "", text), &diagnostics))
    return JSONWriter.document(MergePatch.apply(patch, to: target, fields: [], &diagnostics))
  }

  private func checks(_ entries: String...) -> String {
    let common = #""interval": 20, "timeout": 4, "alert_threshold": 3, "grace_period": 7"#
    let all = entries.map { "{ \($0), \(common) }" }.joined(separator: ",\n")
    return #"{ "health_checks": [ \#(all) ] }"#
  }

  private func variables(_ entries: String...) -> String {
    let common = #""category": "system", "description": "d""#
    let all = entries.map { "{ \($0), \(common) }" }.joined(separator: ",\n")
    return #"{ "variables": [ \#(all) ] }"#
  }

  @Test func rendersTheSampleProject() throws {
    #expect(
      try render().text == """
        # Rendered by flyconf for harbour, production: edits made here are lost.
        # Edit the project's JSON files and run `flyconf render fly.toml`.

        app = 'harbour'
        primary_region = 'fra'

        [env]
          LOG_LEVEL = 'info'

        [http_service]
          internal_port = 8080
          force_https = true
          auto_stop_machines = 'stop'
          auto_start_machines = true
          min_machines_running = 1

          [[http_service.checks]]
            interval = '30s'
            timeout = '5s'
            grace_period = '30s'
            method = 'GET'
            path = '/health'

        [[mounts]]
          source = 'data'
          destination = '/data'
          initial_size = '10gb'

        [[vm]]
          cpu_kind = 'shared'
          cpus = 2
          memory = '1024mb'

        """)
  }

  @Test func namesAPresetWhereTheMachineIsExactlyOne() throws {
    let text = try render([.deployment: #"{ "resource_memory": "512MB" }"#]).text
    #expect(text.contains("[[vm]]\n  size = 'shared-cpu-2x'\n"))
  }

  @Test func takesTheKindOfCPUFromTheInstanceType() throws {
    let text = try render([
      .deployment: #"{ "resource_memory": "4GB" }"#,
      .resources: #"{ "instance_type": "performance-2x" }"#,
    ]).text
    #expect(text.contains("[[vm]]\n  size = 'performance-2x'\n"))
  }

  @Test func neverWritesASecret() throws {
    let rendered = try render([
      .variables: variables(
        #""key": "TOKEN", "encrypted_value": "\#(SampleProject.sealedText)", "environment": "production""#,
        #""key": "LEAKED", "encrypted_value": "plain:hunter2", "environment": "production", "is_secret": true"#,
        #""key": "BARE", "encrypted_value": "hunter3", "environment": "production", "is_secret": false"#
      )
    ])
    #expect(!rendered.text.contains("hunter"))
    #expect(!rendered.text.contains("fc1."))
    #expect(!rendered.text.contains("[env]"))
    let note = rendered.notes.first { $0.subject == "secret variables" }
    #expect(note?.message == "never written to fly.toml: LEAKED, TOKEN")
  }

  @Test func takesTheInternalPortFromThePlainVariablePORT() throws {
    let text = try render([
      .variables: variables(
        #""key": "PORT", "encrypted_value": "plain:3000", "environment": "production", "is_secret": false"#,
        #""key": "PORT", "encrypted_value": "plain:4000", "environment": "staging", "is_secret": false"#
      )
    ]).text
    #expect(text.contains("internal_port = 3000"))
  }

  @Test func rendersNoServiceWithoutAnHTTPCheckAndAPort() throws {
    let text = try render([
      .healthChecks: checks(
        #""check_type": "tcp", "endpoint": "5432""#,
        #""check_type": "exec", "endpoint": "bin/ready --db 'all of them'""#)
    ]).text
    #expect(!text.contains("http_service"))
    #expect(text.contains("[checks]\n\n  [checks.tcp-5432]\n    type = 'tcp'\n    port = 5432\n"))
    #expect(text.contains("[[machine_checks]]\n  command = ['bin/ready', '--db', 'all of them']\n"))
  }

  @Test func numbersChecksOfOnePort() throws {
    let text = try render([
      .healthChecks: checks(
        #""check_type": "tcp", "endpoint": "80""#, #""check_type": "tcp", "endpoint": "80""#)
    ]).text
    #expect(text.contains("[checks.tcp-80]"))
    #expect(text.contains("[checks.tcp-80-2]"))
  }

  @Test func leavesOutChecksThatAreOffOrMeantForOthers() throws {
    let text = try render([
      .healthChecks: checks(
        #""check_type": "http", "endpoint": "/off", "enabled": false"#,
        #""check_type": "http", "endpoint": "/staging", "environments": ["staging"]"#,
        #""check_type": "http", "endpoint": "/on""#)
    ]).text
    #expect(!text.contains("/off") && !text.contains("/staging"))
    #expect(text.contains("path = '/on'"))
  }

  @Test func switchesStoppingAndStartingOffTogether() throws {
    let text = try render([.deployment: #"{ "auto_scaling": false }"#]).text
    #expect(
      text.contains("  auto_stop_machines = 'off'\n  auto_start_machines = false\n\n"))
  }

  @Test(arguments: [
    ("vm", "[[vm]]"), ("mounts", "[[mounts]]"), ("http_service", "[http_service]"),
    ("scaling", "auto_stop_machines"), ("region", "primary_region"),
  ])
  func writesNothingForWhatIsUnmanaged(_ part: String, _ text: String) throws {
    #expect(try render().text.contains(text))
    #expect(try !render([.deployment: #"{ "unmanaged": ["\#(part)"] }"#]).text.contains(text))
  }

  @Test func rendersTheValuesOfTheEnvironment() throws {
    let staging = try render(
      [.deployment: #"{ "environments": { "staging": { "app_name": "harbour-staging" } } }"#],
      .staging)
    #expect(staging.text.contains("app = 'harbour-staging'"))
    #expect(staging.text.contains("`flyconf render fly.staging.toml --env staging`"))
    #expect(!staging.text.contains("LOG_LEVEL"))
  }

  @Test func givesTheSameBytesEachTime() throws {
    #expect(try render().text == render().text)
  }

  @Test func listsWhatFlyTomlCannotSay() throws {
    let notes = try render([
      .deployment: #"{ "domain": "harbour.example.com" }"#,
      .healthChecks: checks(
        #""check_type": "http", "endpoint": "/", "expected_status": 301, "expected_body": "moved""#,
        #""check_type": "tcp", "endpoint": "db.internal:5432""#,
        #""check_type": "exec", "endpoint": "true""#),
    ]).notes
    #expect(
      notes.map(\.subject) == [
        "regions_additional, scaling_max", "domain", "retries, alert_threshold", "expected_status",
        "expected_body", "exec checks", "tcp checks",
        "cost_per_hour, scaling_trigger_*",
      ])
    #expect(
      notes.compactMap(\.command) == [
        "fly scale count 3 --region fra,lhr --app harbour",
        "fly certs add harbour.example.com --app harbour",
      ])
  }

  @Test(arguments: [
    (#"{ "resource_memory": "lots" }"#, "the memory size 'lots'"),
    (#"{ "app_name": "My App" }"#, "the application name 'My App'"),
    (#"{ "resource_cpu": "two" }"#, "a value that fly.toml needs"),
  ])
  func saysWhyItCannotRender(_ piece: String, _ reason: String) {
    let error = #expect(throws: RenderingError.self) { try render([.deployment: piece]) }
    #expect(error?.message.hasPrefix(reason) == true, "\(error?.message ?? "")")
  }

  @Test func knowsItsOwnFiles() throws {
    #expect(RenderedConfiguration.isRendered(try render().text))
    #expect(!RenderedConfiguration.isRendered("app = 'by-hand'\n"))
  }

  @Test func refusesAVariableThatStandsTwice() {
    let twice =
      #""key": "A", "encrypted_value": "plain:1", "environment": "production", "#
      + #""is_secret": false"#
    let error = #expect(throws: RenderingError.self) {
      try render([.variables: variables(twice, twice)])
    }
    #expect(error?.message == "the variable 'A' stands twice")
  }

  @Test(arguments: ["unset", "plain:none", "plain:70000"])
  func listensOnTheUsualPortWherePORTHoldsNone(_ value: String) throws {
    let port =
      #""key": "PORT", "encrypted_value": "\#(value)", "environment": "production", "#
      + #""is_secret": false"#
    let text = try render([
      .variables: variables(port), .healthChecks: #"{ "health_checks": [] }"#,
    ]).text
    #expect(text.contains("[http_service]\n  internal_port = 8080\n"))
  }

  @Test func putsNothingUntrustedIntoACommand() {
    for piece in [#"{ "domain": "a b; rm" }"#, #"{ "regions_additional": ["fra;rm"] }"#] {
      #expect(throws: RenderingError.self) { try render([.deployment: piece]) }
    }
  }

  @Test func notesNothingAboutChecksThatAreNotRendered() throws {
    let subjects = try render([
      .deployment: #"{ "unmanaged": ["http_service"] }"#,
      .healthChecks: checks(
        #""check_type": "http", "endpoint": "/", "expected_body": "ok""#,
        #""check_type": "exec", "endpoint": "true""#),
    ]).notes.map(\.subject)
    #expect(!subjects.contains("expected_body") && !subjects.contains("exec checks"))
  }
}
