import Foundation
import Testing

@testable import flyconf

/// Reports are read by the programs that they are made for, and hold to the published schemas.
@Suite struct ReportConsumerTests {
  private static let script = """
    import json, sys
    schemas, *files = sys.argv[1:]
    import jsonschema, junitparser
    from lxml import etree
    from sarif import loader
    def schema(name):
        return open(f"{schemas}/{name}", encoding="utf-8")
    validators = {
        "sarif": jsonschema.Draft7Validator(json.load(schema("oasis-sarif-schema-2.1.0.json"))),
        "gitlab": jsonschema.Draft7Validator(json.load(schema("gitlab-codeclimate.schema.json"))),
    }
    xsds = [etree.XMLSchema(etree.parse(f"{schemas}/{name}"))
            for name in ("jenkins-junit-10.xsd", "windyroad-JUnit.xsd")]
    for path in files:
        kind = path.rsplit(".", 1)[1]
        if kind == "xml":
            document = etree.parse(path)
            for xsd in xsds:
                if not xsd.validate(document):
                    print(path, xsd.error_log)
            suites = junitparser.JUnitXml.fromfile(path)
            counts = [sum(s.failures for s in suites), sum(s.errors for s in suites)]
            print("junit", *counts, sum(s.tests for s in suites) > 80)
            continue
        content = json.load(open(path, encoding="utf-8"))
        # GitLab's schema is that of one issue.
        for part in content if kind == "gitlab" else [content]:
            for error in validators[kind].iter_errors(part):
                print(path, list(error.path), error.message)
        if kind == "sarif":
            results = loader.load_sarif_file(path).get_results()
            print("sarif", len(results), results[0]["ruleId"])
        else:
            print("gitlab", len(content))
    """

  @Test func otherProgramsReadTheReports() throws {
    let modules = "jsonschema, junitparser, lxml, sarif"
    guard let python = RenderedFilePeerTests.python(importing: modules) else {
      print("skipped: no python3 with \(modules), so reports are not tried on their readers")
      return
    }
    let schemas = Repository.folder.appending(path: "../shared/schemas").path
    guard FileManager.default.fileExists(atPath: schemas) else {
      print("skipped: no ../shared/schemas, so reports are not compared with published schemas")
      return
    }
    let test = try TestContext()
    defer { test.remove() }
    try HostileFindings.write(in: test)
    let reports = ["sarif=a.sarif", "gitlab=a.gitlab", "junit=a.xml"]
    let options = reports.flatMap { ["--report", $0] }
    _ = Flyconf.run(["validate", HostileFindings.name] + options, in: test.context())
    try test.write("app = 'harbour'\nprimary_region = 'fra'\n", to: "fly.toml")
    // Two steps cannot look, for there is no git.
    test.run("check", "--report", "gitlab=b.gitlab", "--report", "junit=b.xml")
    let files = ["a.sarif", "a.gitlab", "a.xml", "b.gitlab", "b.xml"].map {
      test.folder.appending(path: $0).path
    }
    let output = try RenderedFilePeerTests.run(python, ["-c", Self.script, schemas] + files)
    #expect(output == "sarif 4 FC923\ngitlab 4\njunit 4 0 True\ngitlab 2\njunit 0 2 True\n")
  }
}
