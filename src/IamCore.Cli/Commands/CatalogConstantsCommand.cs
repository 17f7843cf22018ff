using System.CommandLine;
using IamCore.Cli.Catalogs;
using IamCore.Policies.Linting.Catalog;

namespace IamCore.Cli.Commands;

/// <summary><c>iamcore catalog constants</c>: C# constants, so that application code has no magic strings.</summary>
internal sealed class CatalogConstantsCommand : ToolCommand
{
    private readonly CliConsole _console;

    private readonly Argument<string[]> _files = new("FILE")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Service reference files: AWS's own, or those of an application",
    };

    private readonly Option<string> _namespace = new("--namespace")
    {
        Description = "The namespace of the classes",
        Required = true,
    };

    public CatalogConstantsCommand(CliConsole console)
        : base("constants", "Prints C# constants for actions and condition keys")
    {
        _console = console;
        Add(_files);
        Add(_namespace);
        _namespace.Validators.Add(result =>
        {
            if (!IsNamespace(result.GetValueOrDefault<string>()))
            {
                result.AddError($"\"{result.GetValueOrDefault<string>()}\" is not a namespace");
            }
        });
        SetAction(Run);
    }

    public override string Teaching => """
        Examples:
          iamcore catalog constants docs.json --namespace MyApp.Authorization >DocsActions.cs

        For the service docs it prints the classes DocsActions and DocsConditionKeys, with one constant for each action and key:
          public const string ReadDocument = "docs:ReadDocument";

        Exit status: 0 success, 2 bad input.
        """;

    private int Run(ParseResult arguments)
    {
        var loaded = new List<ServiceCatalog>();
        var isGood = true;
        foreach (var file in arguments.GetRequiredValue(_files))
        {
            loaded.Add(ServiceCatalog.Load(File.ReadAllBytes(file), out var diagnostics));
            foreach (var diagnostic in diagnostics.Where(d => d.Severity != CatalogSeverity.Info))
            {
                isGood &= diagnostic.Severity != CatalogSeverity.Error;
                _console.WriteError($"{file}: {diagnostic}");
            }
        }

        if (!isGood)
        {
            return ExitCode.BadInput;
        }

        _console.Output.Write(CatalogConstants.Write(ServiceCatalog.Merge(loaded), arguments.GetRequiredValue(_namespace)));
        return ExitCode.Success;
    }

    private static bool IsNamespace(string? name) =>
        !string.IsNullOrEmpty(name) && name.Split('.').All(part =>
            part.Length > 0 && (char.IsLetter(part[0]) || part[0] == '_') && part.All(c => char.IsLetterOrDigit(c) || c == '_'));
}
