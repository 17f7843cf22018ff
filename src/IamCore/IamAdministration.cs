using IamCore.Administration;
using IamCore.Errors;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore;

/// <summary>
/// Runs commands against the directory: on one account, or on the whole instance. This is the trusted façade or a caller's, by who made it
/// (ID-007); both run the same commands. Safe for any number of threads.
/// </summary>
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

    /// <summary>The account operated on; the default for the instance.</summary>
    public AccountId Account => _account;

    /// <summary>
    /// Checks that the caller is still good, then the command's form, authorizes it, checks the state and commits its changes as one
    /// revision (ID-238, ID-256). Once it returns, every later read and decision sees them (ID-255).
    /// </summary>
    /// <exception cref="IamException">The operation is refused; nothing changed.</exception>
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
            var gate = opened ?? await OpenAsync(report, cancellationToken).ConfigureAwait(false); // the caller's permissions may have changed meanwhile
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
                throw new IamException(IamErrorCode.ConcurrentModification, $"The request was overtaken by others too often, last at {commit.Subject}.", "ID-260");
            }
        }
    }

    private async ValueTask<IAdministrationGate?> OpenAsync(CallReport report, CancellationToken cancellationToken)
    {
        var gate = _gate is null ? null : await _gate.OpenAsync(cancellationToken).ConfigureAwait(false);
        report.Caller = gate?.Caller;
        return gate;
    }

    /// <summary>What is given back carries the revision it was stored with.</summary>
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
        return found as IamAccount ?? throw Refusals.Missing("account", _account.ToString(), "ID-016");
    }
}
