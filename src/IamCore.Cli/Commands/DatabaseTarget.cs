using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using IamCore.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IamCore.Cli.Commands;

/// <summary>The database that a command is about.</summary>
internal sealed class DatabaseTarget
{
    /// <summary>Environment variable with a PostgreSQL connection string: passwords do not belong on command lines.</summary>
    private const string Variable = "IAMCORE_DATABASE";

    private readonly Option<string> _sqlite = new("--sqlite") { Description = "An SQLite file", HelpName = "FILE" };

    private readonly Option<string> _postgreSql = new("--postgresql")
    {
        Description = $"A PostgreSQL connection string; by default the environment variable {Variable}", HelpName = "CONNECTION",
    };

    public void AddTo(Command command)
    {
        command.Add(_sqlite);
        command.Add(_postgreSql);
        command.Validators.Add(result =>
        {
            if (Count(result) is var count and not 1)
            {
                result.AddError(count == 0 ? $"Name a database: --sqlite, --postgresql or {Variable}" : "Name one database, not two");
            }
        });
    }

    public IamCoreDbContext Open(ParseResult arguments)
    {
        var builder = new DbContextOptionsBuilder<IamCoreDbContext>();
        return new IamCoreDbContext(arguments.GetValue(_sqlite) is { } file
            ? builder.UseSqlite(new DbConnectionStringBuilder { ["Data Source"] = file }.ConnectionString).Options
            : builder.UseNpgsql(arguments.GetValue(_postgreSql) ?? Environment.GetEnvironmentVariable(Variable)).Options);
    }

    /// <summary>Runs a command's work; what is wrong with the database is said on standard error.</summary>
    public static async Task<int> RunAsync(CliConsole console, Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is DbException or DatabaseSchemaException or ArgumentException || e.InnerException is DbException)
        {
            console.WriteError($"iamcore: {(e as DatabaseSchemaException ?? e.GetBaseException()).Message}");
            return ExitCode.BadInput;
        }
    }

    private int Count(CommandResult result)
    {
        var named = (result.GetResult(_sqlite) is null ? 0 : 1) + (result.GetResult(_postgreSql) is null ? 0 : 1);
        return named == 0 && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } ? 1 : named;
    }
}
