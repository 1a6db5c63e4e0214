import Documents
import Foundation
import Testing

@testable import DeployModel

/// Taking a fly.toml apart and putting it together again.
@Suite struct FlyImportTests {
  private static let moment = Timestamp(secondsSinceEpoch: 1_795_000_000, nanoseconds: 0)

  private func configuration(_ text: String) throws -> FlyConfiguration {
    try #require(FlyTomlFile(named: "fly.toml", text).configuration)
  }

  /// The project that an import makes.
  private func project(
    _ text: String, app: String? = nil, into snapshot: ProjectSnapshot? = nil,
    _ environment: EnvironmentName = .production
  ) throws -> ProjectSnapshot {
    let imported = try FlyImport(try configuration(text), app: app)
    let texts = ImportedFiles(
      into: snapshot, environment, from: "fly.toml", at: Self.moment,
      makeID: UUID.init
    ).texts(of: imported)
    var sources = snapshot?.sourcesByFile ?? [:]
    var bases = snapshot?.bases.files.mapValues(\.source) ?? [:]
    for (name, text) in texts {
      if let file = ProjectFile.all.first(where: { $0.name == name }) {
        sources[file] = SourceText(name: name, text)
      }
      for environment in EnvironmentName.allCases where name == BaseFiles.name(for: environment) {
        bases[environment] = SourceText(name: name, text)
      }
    }
    return ProjectSnapshot(sources, bases: bases)
  }

  private func meaning(_ text: String) throws -> FlyMeaning { FlyMeaning(try configuration(text)) }

  @Test func everyRealFileMeansTheSameAfterwards() throws {
    for verdict in FlyVerdict.all where verdict.isValid {
      let name = FlyTomlFile(named: "", verdict.text).configuration?.root.text("app")?.content
      let isNamed = name.map { (try? AppName($0)) != nil } ?? false
      let text = isNamed ? verdict.text : "app = 'shop'\n" + (name == nil ? verdict.text : "")
      let rendered = try project(text).render(.production).text
      let (before, after) = (try meaning(text), try meaning(rendered))
      #expect(before.isSame(as: after), "\(verdict.name)\n\(rendered)")
    }
  }

  private static let sample = """
    # Our shop.
    app = 'shop'
    primary_region = 'fra'   # near us

    [build]
      dockerfile = 'Dockerfile.production'

    [env]
      LOG_LEVEL = 'info'
      API_TOKEN = 'hunter2-hunter3'

    [http_service]
      internal_port = 3000
      auto_stop_machines = 'stop'
      auto_start_machines = true
      min_machines_running = 2

      [[http_service.checks]]
        interval = '30s'
        timeout = '5s'
        grace_period = '10s'
        path = '/up'

    [[mounts]]
      source = 'files'
      destination = '/files'
      initial_size = '3gb'

    [[vm]]
      size = 'shared-cpu-2x'
      memory = '1gb'

    """

  @Test func takesWhatEntitiesCanSay() throws {
    let imported = try FlyImport(try configuration(Self.sample), app: nil)
    let fields = Dictionary(
      uniqueKeysWithValues: imported.fields.map { ($0.key, JSONWriter.line($0.value)) })
    #expect(
      fields == [
        "app_name": "\"shop\"", "domain": "\"shop.fly.dev\"", "region_primary": "\"fra\"",
        "resource_cpu": "2", "resource_memory": "\"1GB\"", "resource_storage": "\"3GB\"",
        "scaling_min": "2", "auto_scaling": "true",
      ])
    #expect(imported.unmanaged == [])
    #expect(imported.variables.map(\.name) == ["LOG_LEVEL"])
    #expect(imported.checks.count == 1)
    #expect(imported.secrets.map(\.name) == ["API_TOKEN"])
  }

  @Test func leavesTheRestByteForByte() throws {
    let imported = try FlyImport(try configuration(Self.sample), app: nil)
    #expect(
      imported.rest == """
        # Our shop.
        # near us

        [build]
          dockerfile = 'Dockerfile.production'

        [env]
          API_TOKEN = 'hunter2-hunter3'

        [http_service]
          internal_port = 3000

        [[mounts]]
          source = 'files'
          destination = '/files'

        """)
  }

  @Test func commentsBehindWhatEntitiesTakeStay() throws {
    let text =
      "app = 'shop' # ours\n[env]\n  LOG = 'a' # loud\n[[vm]] # small\n  size = 'shared-cpu-1x'\n"
    let imported = try FlyImport(try configuration(text), app: nil)
    #expect(imported.rest == "# ours\n[env]\n  # loud\n# small\n")
    let rendered = try project(text).render(.production).text
    #expect(try meaning(text).isSame(as: try meaning(rendered)), "\(rendered)")
    for comment in ["# ours", "# loud", "# small"] { #expect(rendered.contains(comment)) }
  }

  @Test func whatTheFileDoesNotSayIsUnmanaged() throws {
    let imported = try FlyImport(try configuration("app = 'shop'\n"), app: nil)
    #expect(
      imported.unmanaged == [.region, .virtualMachine, .mounts, .httpService, .scaling])
    #expect(imported.fields.map(\.key) == ["app_name", "domain"])
  }

  @Test(arguments: [
    ("[[vm]]\nsize = 'performance-2x'", UnmanagedPart.virtualMachine),
    ("[[vm]]\nsize = 'shared-cpu-1x'\nprocesses = ['web']", .virtualMachine),
    ("[[vm]]\n[[vm]]\ncpus = 2", .virtualMachine),
    ("[[vm]]\nmemory = '300mb'", .virtualMachine),
    ("[[mounts]]\nsource = 'a'\ndestination = '/a'", .mounts),
    ("[[mounts]]\ninitial_size = '1gb'\n[[mounts]]\ninitial_size = '2gb'", .mounts),
    ("[http_service]\ninternal_port = 80\nauto_stop_machines = 'suspend'", .scaling),
    ("[http_service]\ninternal_port = 80", .scaling),
    ("primary_region = 'xyz'", .region),
  ])
  func whatEntitiesCannotSayIsUnmanaged(_ text: String, _ part: UnmanagedPart) throws {
    let whole = "app = 'shop'\n\(text)\n"
    let imported = try FlyImport(try configuration(whole), app: nil)
    #expect(imported.unmanaged.contains(part))
    let rendered = try project(whole).render(.production).text
    #expect(try meaning(whole).isSame(as: try meaning(rendered)), "\(rendered)")
  }

  @Test func importingTwiceChangesNothing() throws {
    let first = try project(Self.sample)
    let imported = try FlyImport(try configuration(Self.sample), app: nil)
    let again = ImportedFiles(
      into: first, .production, from: "fly.toml", at: Self.moment,
      makeID: UUID.init
    ).texts(of: imported)
    #expect(again.map(\.name) == [])
  }

  @Test func anotherEnvironmentIsAPatchAndItsOwnVariables() throws {
    let staging = Self.sample.replacing("app = 'shop'", with: "app = 'shop-staging'")
      .replacing("'info'", with: "'debug'").replacing("min_machines_running = 2", with: "")
    let both = try project(staging, into: try project(Self.sample), .staging)
    let rendered = try both.render(.staging).text
    #expect(try meaning(rendered).isSame(as: try meaning(staging)), "\(rendered)")
    let production = try both.render(.production).text
    #expect(try meaning(production).isSame(as: try meaning(Self.sample)), "\(production)")
    // The rest is the same but for nothing, and stands once.
    #expect(both.bases.files.keys.sorted { $0.rawValue < $1.rawValue } == [.production])
    let checks = try both.project.healthChecks.get()
    #expect(checks.count == 1)
    let patch = try #require(both.documents.documents[.deployment]?.roots?.production)
    #expect(patch["environments"]?["staging"]?["scaling_min"]?.value != nil)
  }

  @Test func aRestOfItsOwnStandsInAFileOfItsOwn() throws {
    let staging = Self.sample.replacing("Dockerfile.production", with: "Dockerfile.staging")
    let both = try project(staging, into: try project(Self.sample), .staging)
    #expect(both.bases.files.count == 2)
    #expect(try both.render(.staging).text.contains("Dockerfile.staging"))
    #expect(try both.render(.production).text.contains("Dockerfile.production"))
    // Development has no file of its own: production's serves.
    #expect(try both.render(.development).text.contains("Dockerfile.production"))
  }

  @Test func namesAKeyThatTheBaseAndAnEntitySay() throws {
    let project = try project(Self.sample)
    let base = try #require(project.bases.files[.production]).source
    let doubled = SourceText(
      name: "fly.base.toml", "primary_region = 'ams'\n" + base.text(of: base.span))
    let snapshot = ProjectSnapshot(project.sourcesByFile, bases: [.production: doubled])
    let found = snapshot.validate(at: Self.moment).filter {
      $0.rule.code == "FC913"
    }
    #expect(found.map(\.place.start.line) == [1])
    #expect(found.map(\.pointer) == ["/primary_region"])
    #expect(found.first?.message.contains("'deployment.json:4'") ?? false, "\(found)")
    #expect(try snapshot.render(.production).text.contains("primary_region = 'fra'"))
  }
}
