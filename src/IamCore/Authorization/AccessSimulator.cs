using System.Runtime.CompilerServices;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Authorization;

/// <summary>
/// Simulates decisions over the stored policies (ID-268): to test a change before making it, or to find out who can do what.
/// </summary>
/// <remarks>
/// Simulations are not recorded as access and not reported to observers. Reasons that arise only for live requests, such as
/// <see cref="AccessReason.RootOnly"/>, are not considered (ID-039).
/// </remarks>
/// <example>
/// <code>
/// await foreach (AccessExplanation allowed in simulator.WhoCanAsync(
///     AccountId.Parse("123456789012"), ActionName.Parse("docs:Delete"), ResourceName.Parse("arn:aws:docs:::document/13")))
/// {
///     Console.WriteLine(allowed.Principal);
/// }
/// </code>
/// </example>
public sealed class AccessSimulator
{
    private readonly DirectoryAuthorizer _authorizer;
    private readonly IDirectoryCatalog _catalog;

    /// <summary>Creates a simulator.</summary>
    /// <param name="authorizer">The authorizer.</param>
    /// <param name="catalog">The authorizer's store, from which users and roles are listed.</param>
    public AccessSimulator(DirectoryAuthorizer authorizer, IDirectoryCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(authorizer);
        ArgumentNullException.ThrowIfNull(catalog);
        _authorizer = authorizer;
        _catalog = catalog;
    }

    /// <summary>Simulates a question, optionally against changed policies.</summary>
    /// <param name="question">The question.</param>
    /// <param name="change">Returns the policies to evaluate instead of the stored ones; the stored policies if
    /// <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The answer with its reasons.</returns>
    public ValueTask<AccessExplanation> SimulateAsync(
        AccessQuestion question, Func<ApplicablePolicies, ApplicablePolicies>? change = null, CancellationToken cancellationToken = default) =>
        _authorizer.ExplainAsync(question, change ?? (static policies => policies), cancellationToken);

    /// <summary>Lists all users and roles of an account that are allowed to perform an action on a resource.</summary>
    /// <param name="account">The account.</param>
    /// <param name="action">The action.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="context">What is known about the request, the same for all principals.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>
    /// The allowed principals, users first, each kind ordered by name. They are evaluated one by one during the enumeration, each at the
    /// revision in its answer.
    /// </returns>
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

    /// <summary>Lists those of the given questions that would be allowed.</summary>
    /// <param name="questions">The questions, for example one for every action of a service on the same resource.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The allowed questions with their reasons, in the order given.</returns>
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

    /// <summary>Lists the context keys to which the principal's stored policies refer (ID-268).</summary>
    /// <param name="principal">The principal.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The keys in lower case and ordinal order; empty if the directory does not know the principal.</returns>
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
