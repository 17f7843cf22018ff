using System.Collections.Immutable;

namespace IamCore.Administration.Composites;

/// <summary>
/// Runs several operations as one change set: either all succeed or nothing changes. Each operation is authorized against the state left by
/// those before it (ID-242, ID-256). If one fails, the last detail of the <see cref="IamException"/> carries its label.
/// </summary>
/// <example>
/// <code>
/// var onboard = new CommandSequence()
///     .Then(new CreateUser("alice"), "user")
///     .Then(new AddUserToGroup("authors", "alice"), "membership");
/// await account.ExecuteAsync(onboard, cancellationToken);
/// </code>
/// </example>
public sealed record CommandSequence : IamComposite<NoResult>
{
    private ImmutableList<Step> Steps { get; init; } = [];

    /// <summary>The number of operations.</summary>
    public int Count => Steps.Count;

    /// <summary>Returns the sequence with one more operation at its end.</summary>
    /// <param name="command">The operation. Its result is discarded.</param>
    /// <param name="label">The label that errors show for the operation, for example its line in a file.</param>
    /// <typeparam name="TResult">The type of the operation's result.</typeparam>
    /// <returns>A new sequence; this one is unchanged.</returns>
    public CommandSequence Then<TResult>(IamCommand<TResult> command, string label)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(label);
        return this with { Steps = Steps.Add(new(label, command.Action, async work => await work.RunAsync(command).ConfigureAwait(false))) };
    }

    /// <summary>Returns the actions, in order.</summary>
    public override string ToString() => $"{nameof(CommandSequence)} {string.Join(' ', Steps.Select(s => s.Action))}";

    internal override void Validate(ParameterCheck check)
    {
        // Each operation is checked when its turn comes, so that the error can say which one failed.
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        foreach (var step in Steps)
        {
            try
            {
                await step.Run(work).ConfigureAwait(false);
            }
            catch (IamException error)
            {
                throw new IamException(error.ErrorCode, error.Message, [.. error.Details, new("ID-242", step.Label, $"{step.Label}: {step.Action}")]);
            }
        }

        return default;
    }

    private sealed record Step(string Label, string Action, Func<AdministrationWork, ValueTask> Run);
}
