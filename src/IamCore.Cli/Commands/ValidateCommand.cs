using System.CommandLine;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using IamCore.Cli.Validation;
using IamCore.Policies;
using IamCore.Policies.Linting;
using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Validation;
using IamCore.Scenarios;

namespace IamCore.Cli.Commands;

/// <summary><c>iamcore validate</c>: finds mistakes in policies (VA-018).</summary>
internal sealed class ValidateCommand : ToolCommand
{
    private static readonly Dictionary<string, PolicyType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["identity"] = PolicyType.Identity,
        ["permissionsBoundary"] = PolicyType.PermissionsBoundary,
        ["session"] = PolicyType.Session,
        ["resource"] = PolicyType.Resource,
        ["trust"] = PolicyType.Trust,
        ["serviceControl"] = PolicyType.ServiceControl,
        ["resourceControl"] = PolicyType.ResourceControl,
        ["vpcEndpoint"] = PolicyType.VpcEndpoint,
    };

    private static readonly Dictionary<string, FindingType?> Thresholds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["error"] = FindingType.Error,
        ["security-warning"] = FindingType.SecurityWarning,
        ["security_warning"] = FindingType.SecurityWarning,
        ["warning"] = FindingType.Warning,
        ["suggestion"] = FindingType.Suggestion,
        ["never"] = null,
    };

    private readonly CliConsole _console;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Policy files, directory files, folders that hold them, or globs such as policies/**/*.json",
    };

    private readonly Option<string> _type = new("--type")
    {
        Description = "What the policies are attached to; those of a directory file say it themselves",
        DefaultValueFactory = _ => "identity",
    };

    private readonly Option<string?> _resourceType = new("--resource-type")
    {
        Description = "Type of the resource a resource policy is attached to: AWS::S3::Bucket, or prefix:resource of a catalog",
    };

    private readonly Option<string[]> _catalog = new("--catalog")
    {
        Description = "Service reference files: AWS's own, or those of an application",
        HelpName = "FILE",
    };

    private readonly Option<bool> _closed = new("--closed") { Description = "Services that no catalog file declares do not exist" };

    private readonly Option<bool> _advice = new("--advice") { Description = "IamCore's own advice too" };

    private readonly Option<bool> _classicScp = new("--classic-scp") { Description = "The grammar of service control policies before September 2025" };

    private readonly Option<string[]> _suppress = new("--suppress") { Description = "Findings to leave out: CODE, or CODE@path", HelpName = "CODE" };

    private readonly Option<string> _format = new("--format")
    {
        Description = "text for people, json in the shape of AWS's answer, sarif for code hosts",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "The mildest finding that makes the run fail",
        HelpName = "error|security-warning|warning|suggestion|never",
        DefaultValueFactory = _ => "security-warning",
    };

    public ValidateCommand(CliConsole console)
        : base("validate", "Finds mistakes in policies")
    {
        _console = console;
        Add(_paths);
        Add(_type.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Types.Keys]));
        Add(_resourceType);
        Add(_catalog);
        Add(_closed);
        Add(_advice);
        Add(_classicScp);
        Add(_suppress);
        Add(_format.AcceptOnlyFromAmong("text", "json", "sarif"));
        Add(_failOn.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Thresholds.Keys]));
        SetAction(Run);
    }

    public override string Teaching => """
        Examples:
          iamcore validate policy.json
          iamcore validate policies --catalog docs.json --advice
          iamcore validate directory.json --catalog docs.json --closed
          iamcore validate 'buckets/**/*.json' --type resource --resource-type AWS::S3::Bucket
          iamcore validate policies --format sarif >findings.sarif

        A finding is an ERROR (cannot work as written), a SECURITY_WARNING (grants more than is safe), a WARNING (departs from
        practice) or a SUGGESTION (without effect on permissions). Codes are AWS's own; those of IamCore start with IAMCORE_.

        In folders, files that are neither a policy nor a directory are passed over.

        Exit status: 0 no finding as grave as --fail-on, 1 some, 2 bad input.
        """;

    private int Run(ParseResult arguments)
    {
        if (!TryLoadCatalog(arguments.GetValue(_catalog) ?? [], out var catalog))
        {
            return ExitCode.BadInput;
        }

        var options = new ValidationOptions(Types[arguments.GetRequiredValue(_type)])
        {
            ResourceType = arguments.GetValue(_resourceType),
            Catalog = catalog,
            CatalogMode = arguments.GetValue(_closed) ? CatalogMode.Closed : CatalogMode.Open,
            ScpGrammar = arguments.GetValue(_classicScp) ? ScpGrammar.Classic : ScpGrammar.Full,
            Suppress = [.. arguments.GetValue(_suppress) ?? []],
        };
        if (arguments.GetValue(_advice))
        {
            options = options with { Packs = RulePacks.Core | RulePacks.Aws | RulePacks.Advice };
        }

        var files = new List<PolicyFile>();
        foreach (var path in PolicyPaths.Expand(arguments.GetRequiredValue(_paths)))
        {
            files.Add(PolicyFile.Validate(path, File.ReadAllBytes(path), options));
        }

        Write(files, arguments.GetRequiredValue(_format));
        return Thresholds[arguments.GetRequiredValue(_failOn)] is { } threshold && files.Any(f => f.Findings.Any(x => x.Type <= threshold))
            ? ExitCode.Failure : ExitCode.Success;
    }

    private bool TryLoadCatalog(string[] files, out ServiceCatalog catalog)
    {
        var loaded = new List<ServiceCatalog>();
        var isGood = true;
        foreach (var file in files)
        {
            loaded.Add(ServiceCatalog.Load(File.ReadAllBytes(file), out var diagnostics));
            foreach (var diagnostic in diagnostics.Where(d => d.Severity != CatalogSeverity.Info))
            {
                isGood &= diagnostic.Severity != CatalogSeverity.Error;
                _console.WriteError($"{file}: {diagnostic}");
            }
        }

        catalog = ServiceCatalog.Merge(loaded);
        return isGood;
    }

    private void Write(List<PolicyFile> files, string format)
    {
        if (format == "text")
        {
            var report = new ReportText(_console.UseColour);
            foreach (var file in files)
            {
                foreach (var finding in file.Findings)
                {
                    FindingText.Write(report, file, finding);
                }
            }

            _console.Output.Write(report.Line(FindingText.Summarize(files)).ToString());
            return;
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            if (format == "sarif")
            {
                Sarif.Write(files, Version, json);
            }
            else
            {
                WriteJson(files, json);
            }
        }

        _console.Output.Write(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
        _console.Output.Write('\n');
    }

    private static string Version { get; } =
        typeof(ValidateCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>AWS's shape; with several files each finding says its own.</summary>
    private static void WriteJson(List<PolicyFile> files, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("findings");
        foreach (var file in files)
        {
            foreach (var finding in file.Findings)
            {
                FindingJson.Write(finding, json, files.Count > 1 ? file.Path : null);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
