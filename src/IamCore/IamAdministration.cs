using IamCore.Administration;
using IamCore.Errors;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore;

/// <summary>
/// Executes administrative commands, such as <c>CreateUser</c>, on one account or on the whole instance. Obtained from
/// <see cref="IamDirectory"/>: either as
/// the host itself, whose commands are not authorized, or as a caller, whose policies authorize each command (ID-007).
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
/// <example>
/// <code>
/// IamAdministration account = directory.ForAccount(AccountId.Parse("123456789012"));
/// IamUser alice = await account.ExecuteAsync(new CreateUser("alice"));
/// await account.ExecuteAsync(new AttachUserPolicy("alice", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
/// </code>
/// </example>
public sealed class IamAdministration
{
    private const int MaxRetries = 3;

    private readonly IamDirectory _directory;
    private readonly AccountId _account;
    private readonly IAdministrationGate? _gate;

    internal IamAdministration(IamDirectory directory, AccountId account, IAdministrationGate? gate)
    {
        _directory = directory;
        _account = account;
        _gate = gate;
    }

    /// <summary>The account operated on; the default value for the whole instance.</summary>
    public AccountId Account => _account;

    /// <summary>
    /// Executes a command: authenticates the caller, validates the parameters, authorizes the command, checks its preconditions and
    /// commits all its changes as one
    /// revision. When the task completes, all later reads and decisions reflect the changes (ID-238, ID-255, ID-256).
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Cancels waiting. The changes may have been committed nevertheless.</param>
    /// <typeparam name="TResult">The command's result.</typeparam>
    /// <returns>The command's result.</returns>
    /// <exception cref="IamException">The command was refused; nothing was changed.</exception>
    public async Task<TResult> ExecuteAsync<TResult>(IamCommand<TResult> command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var report = new CallReport(_directory, _account, command.Action, command, command.IsReadOnly);
        try
        {
            var gate = await OpenAsync(report, cancellationToken).ConfigureAwait(false);
            RootUse.Record(_directory, gate, command.Action);
            var check = new ParameterCheck(_directory.Options.Quotas);
            command.Validate(check);
            check.Throw();
            if (command.IsReadOnly)
            {
                return await RunAsync(command, gate, report, cancellationToken).ConfigureAwait(false);
            }

            var result = await TakeTurnAsync(command, report, cancellationToken).ConfigureAwait(false);
            await command.AfterAsync(_directory, _account, result, cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch (IamException error)
        {
            var told = command.MapError(error);
            report.Failed(told);
            if (told == error)
            {
                throw;
            }

            throw told;
        }
    }

    private async Task<TResult> TakeTurnAsync<TResult>(IamCommand<TResult> command, CallReport report, CancellationToken cancellationToken)
    {
        await _directory.Writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await RunAsync(command, null, report, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _directory.Writing.Release();
        }
    }

    private async Task<TResult> RunAsync<TResult>(IamCommand<TResult> command, IAdministrationGate? opened, CallReport report, CancellationToken cancellationToken)
    {
        for (var retries = 0; ; retries++)
        {
            // Opened again for each attempt: the caller's permissions may be what the competing commit changed.
            var gate = opened ?? await OpenAsync(report, cancellationToken).ConfigureAwait(false);
            var account = await FindAccountAsync(cancellationToken).ConfigureAwait(false);
            var work = new AdministrationWork(_directory.Store, _directory.Options, account, gate, cancellationToken) 
            {
                Credentials = _directory.Credentials,
                AccessJobs = _directory.AccessJobs,
                LastRootUse = _directory.RootUses.LastOf(_account),
            };
            report.Work = work;
            var result = await command.RunAsync(work).ConfigureAwait(false);
            var changes = work.ToChangeSet();
            if (changes.Puts.Count + changes.Deletes.Count == 0)
            {
                report.Succeeded(null, 0);
                return result;
            }

            var commit = await _directory.Store.CommitAsync(changes, cancellationToken).ConfigureAwait(false);
            if (commit.IsCommitted)
            {
                report.Succeeded(changes, commit.Revision);
                return Stamped(result, changes, commit.Revision);
            }

            if (retries == MaxRetries)
            {
                throw new IamException(
                    IamErrorCode.ConcurrentModification, $"The request conflicted with concurrent changes too often, last on {commit.Subject}.", "ID-260");
            }
        }
    }

    private async ValueTask<IAdministrationGate?> OpenAsync(CallReport report, CancellationToken cancellationToken)
    {
        var gate = _gate is null ? null : await _gate.OpenAsync(cancellationToken).ConfigureAwait(false);
        report.Caller = gate?.Caller;
        return gate;
    }

    /// <summary>Sets the committed revision on the objects of the result.</summary>
    private static TResult Stamped<TResult>(TResult result, ChangeSet changes, long revision) => result switch
    {
        DirectoryObject o when changes.Puts.Any(p => p.Key == o.Key) => (TResult)(object)(o with { Revision = revision }),
        IStored stored => (TResult)stored.At(revision),
        _ => result,
    };

    private async ValueTask<IamAccount?> FindAccountAsync(CancellationToken cancellationToken)
    {
        if (_account.IsNone)
        {
            return null;
        }

        var found = await _directory.Store.FindAsync(ObjectLocator.ByKey(ObjectKind.Account, _account.ToString()), cancellationToken).ConfigureAwait(false);
        return found as IamAccount ?? throw IamErrors.Missing("account", _account.ToString(), "ID-016");
    }
}
