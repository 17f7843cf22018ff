using System.Collections.Immutable;

namespace IamCore.Administration.Composites;

/// <summary>
/// Several operations in one change set: all succeed or nothing changes, and each is authorized against the state that those before it leave
/// (ID-242, ID-256). An error has the label of the operation that failed as its last detail.
/// </summary>
public sealed record CommandSequence : IamComposite<NoResult>
{
    private ImmutableList<Step> Steps { get; init; } = [];

    /// <summary>Number of operations.</summary>
    public int Count => Steps.Count;

    /// <summary>The sequence with one more operation at its end.</summary>
    /// <param name="command">The operation; its result is not kept.</param>
    /// <param name="label">What errors call it, for example its place in a file.</param>
    /// <typeparam name="TResult">What the operation gives back.</typeparam>
    public CommandSequence Then<TResult>(IamCommand<TResult> command, string label)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(label);
        return this with { Steps = Steps.Add(new(label, command.Action, async work => await work.RunAsync(command).ConfigureAwait(false))) };
    }

    /// <summary>The actions, in order.</summary>
    public override string ToString() => $"{nameof(CommandSequence)} {string.Join(' ', Steps.Select(s => s.Action))}";

    internal override void Validate(ParameterCheck check)
    {
        // each operation is checked when its turn comes, so that the error says which it is
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
