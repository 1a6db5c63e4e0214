import DeployModel

extension ProjectTemplate {
  /// An application that serves HTTP.
  static let web = ProjectTemplate(
    name: "web", summary: "an application that serves HTTP",
    variables: [
      TemplateVariable(
        key: "PORT", category: .system, description: "Port on which the application listens",
        value: "8080"),
      TemplateVariable(
        key: "LOG_LEVEL", category: .system, description: "How much is written to the log",
        value: "info"),
    ],
    credentials: [],
    healthChecks: [TemplateCheck(type: .http, endpoint: "/health", interval: 30, timeout: 5)],
    size: (cpus: 1, memory: 512, storage: 1), scaling: 1...3)

  /// A program that works on its own and serves nobody.
  static let worker = ProjectTemplate(
    name: "worker", summary: "a program that works on a queue and serves nobody",
    variables: [
      TemplateVariable(
        key: "QUEUE_URL", category: .database, description: "Queue from which jobs are taken",
        example: "redis://queue.internal:6379"),
      TemplateVariable(
        key: "CONCURRENCY", category: .system, description: "Jobs that run at the same time",
        value: "4"),
    ],
    credentials: [
      TemplateCredential(
        service: "queue", category: .database, type: .connectionString,
        purpose: "Opens the queue of jobs", usage: "Read by the worker at start")
    ],
    healthChecks: [TemplateCheck(type: .tcp, endpoint: "8080", interval: 30, timeout: 5)],
    size: (cpus: 1, memory: 256, storage: 1), scaling: 1...2)

  /// The credentials and variables of EzEdit, in three environments.
  ///
  /// Source: data model, "Configuration Templates".
  static let ezedit = ProjectTemplate(
    name: "ezedit", summary: "EzEdit: database, payment, mail and AI services, three environments",
    variables: [
      TemplateVariable(
        key: "DATABASE_URL", category: .database, description: "Database of the application",
        example: "postgres://db.internal:5432/ezedit", environments: EnvironmentName.allCases),
      TemplateVariable(
        key: "OPENAI_API_KEY", category: .api, description: "Access to the language model",
        environments: EnvironmentName.allCases),
      TemplateVariable(
        key: "ENABLE_BETA_FEATURES", category: .featureFlag,
        description: "Shows features that are being tried", value: "false",
        environments: EnvironmentName.allCases),
      TemplateVariable(
        key: "NODE_ENV", category: .system, description: "Mode in which the runtime works",
        value: "production", environments: EnvironmentName.allCases),
      TemplateVariable(
        key: "PORT", category: .system, description: "Port on which the application listens",
        value: "3000", environments: EnvironmentName.allCases),
    ],
    credentials: ezeditCredentials,
    healthChecks: [
      TemplateCheck(type: .http, endpoint: "/api/health", interval: 30, timeout: 5),
      TemplateCheck(type: .tcp, endpoint: "3000", interval: 15, timeout: 2),
    ],
    size: (cpus: 2, memory: 4096, storage: 10), scaling: 1...10)

  private static let ezeditCredentials = [
    TemplateCredential(
      service: "supabase", category: .database, type: .connectionString,
      purpose: "Reads and writes the application's data", usage: "Read by the server at start",
      environments: EnvironmentName.allCases),
    TemplateCredential(
      service: "stripe", category: .payment, type: .apiKey,
      purpose: "Charges customers for their subscriptions",
      usage: "Read by the billing code", environments: [.production, .staging]),
    TemplateCredential(
      service: "openai", category: .ai, type: .apiKey,
      purpose: "Completes and rewrites text for users", usage: "Read by the editor's server"),
    TemplateCredential(
      service: "fly", category: .hosting, type: .token,
      purpose: "Deploys the application", usage: "Read by the deployment job"),
    TemplateCredential(
      service: "resend", category: .email, type: .apiKey,
      purpose: "Sends mail to users", usage: "Read by the mailer"),
  ]
}
