using System.Runtime.CompilerServices;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Authorization;

/// <summary>
/// Asks what would be decided, over the stored policies alone (ID-268): nothing is recorded as access, no observer is told, and the reasons of live
/// requests (<see cref="AccessReason.RootOnly"/> and the like) do not arise (ID-039).
/// </summary>
public sealed class AccessSimulator
{
    private readonly DirectoryAuthorizer _authorizer;
    private readonly IDirectoryCatalog _catalog;

    /// <summary>Simulates with an authorizer.</summary>
    /// <param name="authorizer">The authorizer.</param>
    /// <param name="catalog">Its store, where the users and roles are listed.</param>
    public AccessSimulator(DirectoryAuthorizer authorizer, IDirectoryCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(authorizer);
        ArgumentNullException.ThrowIfNull(catalog);
        _authorizer = authorizer;
        _catalog = catalog;
    }

    /// <summary>What would be decided, and why.</summary>
    /// <param name="question">The question.</param>
    /// <param name="change">Gives the policies as they are to be instead; by default they are taken as stored.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<AccessExplanation> SimulateAsync(
        AccessQuestion question, Func<ApplicablePolicies, ApplicablePolicies>? change = null, CancellationToken cancellationToken = default) =>
        _authorizer.ExplainAsync(question, change ?? (static policies => policies), cancellationToken);

    /// <summary>
    /// Every user and role of an account that may do the action on the resource, users first, each in order of names: found as the result is
    /// enumerated, one after the other, each as of the revision in its answer.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="action">The action.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="context">What is known of the request, the same for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public async IAsyncEnumerable<AccessExplanation> WhoCanAsync(
        AccountId account,
        ActionName action,
        ResourceName resource,
        IRequestContext? context = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var kind in (ObjectKind[])[ObjectKind.User, ObjectKind.Role])
        {
            await foreach (var entity in ListAsync(kind, account, cancellationToken).ConfigureAwait(false))
            {
                var question = new AccessQuestion(Principal.Parse(entity.Arn), action, resource, context);
                if (await _authorizer.ExplainIfAllowedAsync(question, cancellationToken).ConfigureAwait(false) is { } allowed)
                {
                    yield return allowed;
                }
            }
        }
    }

    /// <summary>Those of the questions, all of one principal, that would be allowed, in order.</summary>
    /// <param name="questions">The questions, for example every action of a service on one resource.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public async IAsyncEnumerable<AccessExplanation> WhatCanAsync(
        IEnumerable<AccessQuestion> questions, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(questions);
        foreach (var question in questions)
        {
            if (await _authorizer.ExplainIfAllowedAsync(question, cancellationToken).ConfigureAwait(false) is { } allowed)
            {
                yield return allowed;
            }
        }
    }

    /// <summary>
    /// The context keys that the principal's stored policies ask for: lower case, ordinal order (ID-268). Empty for a principal that the
    /// directory does not know.
    /// </summary>
    public ValueTask<ValueList<string>> FindContextKeysAsync(Principal principal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return _authorizer.FindContextKeysAsync(principal, cancellationToken);
    }

    private async IAsyncEnumerable<IamEntity> ListAsync(ObjectKind kind, AccountId account, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ListPosition? after = null;
        do
        {
            var query = new ObjectQuery { Kind = kind, Scope = account.ToString(), After = after, Limit = ObjectQuery.MaxLimit };
            var page = await _catalog.ListAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var entity in page.Items.OfType<IamEntity>())
            {
                yield return entity;
            }

            after = page.Next;
        }
        while (after is not null);
    }
}
