using System.CommandLine;
using IamCore.Cli.Commands;
using IamCore.Scenarios;
using IamCore.Stores.Json;

namespace IamCore.Cli.Directories;

/// <summary>A command on a store file: opens it, and turns what is refused into messages.</summary>
internal abstract class StoreCommand : ToolCommand
{
    private readonly bool _isReadOnly;

    protected StoreCommand(CliConsole console, string name, string description, bool isReadOnly)
        : base(name, description)
    {
        Console = console;
        _isReadOnly = isReadOnly;
        Add(Store);
        SetAction(Run);
    }

    /// <summary>The store file.</summary>
    protected Option<string> Store { get; } = new("--store", "-s")
    {
        Description = "The store: a JSON file that an application's JsonFileDirectoryStore opens",
        Required = true,
    };

    /// <summary>The account; added by commands that need one.</summary>
    protected Option<string> AccountOption { get; } = new("--account")
    {
        Description = "The account's number or alias; needed where the store has several",
    };

    protected CliConsole Console { get; }

    /// <summary>Does it; the store is open.</summary>
    protected abstract int Run(ParseResult arguments, IamDirectory directory);

    /// <summary>The account that the command line names.</summary>
    protected StoredState StateOf(ParseResult arguments, IamDirectory directory, string? account = null) =>
        StoredState.Read(directory, StoredState.FindAccount(directory.Store, arguments.GetValue(AccountOption) ?? account));

    protected void WriteLine(string text) => Console.Output.Write(new ReportText(useColour: false).Line(text).ToString());

    private int Run(ParseResult arguments)
    {
        var path = arguments.GetRequiredValue(Store);
        if (_isReadOnly && !File.Exists(path))
        {
            Console.WriteError($"iamcore: There is no store {path}; make one with: iamcore directory init");
            return ExitCode.BadInput;
        }

        try
        {
            using var store = JsonFileDirectoryStore.Open(path, new() { IsReadOnly = _isReadOnly, PollInterval = Timeout.InfiniteTimeSpan });
            return Run(arguments, new IamDirectory(store, new() { TimeProvider = Console.Clock, Credentials = new() { SecretProtector = new NoSecrets() } }));
        }
        catch (Exception refused) when (refused is InputException or IamException or DirectoryFileException or DirectoryDamagedException)
        {
            Console.WriteError($"iamcore: {refused.Message}");
            return ExitCode.BadInput;
        }
    }
}
