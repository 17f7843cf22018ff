namespace IamCore.Cli.Commands;

/// <summary><c>iamcore catalog</c>: works on service reference files.</summary>
internal sealed class CatalogCommand : ToolCommand
{
    public CatalogCommand(CliConsole console)
        : base("catalog", "Works on service reference files") => Add(new CatalogConstantsCommand(console));

    public override string Teaching => """
        Examples:
          iamcore catalog constants docs.json --namespace MyApp.Authorization >DocsActions.cs
        """;
}
