namespace IamCore;

/// <summary>
/// Decides whether the principals of a directory may do what they ask for. The authorizer looks up the principal's policies, completes
/// the request's context
/// and evaluates the policies.
/// </summary>
/// <remarks>
/// Safe for concurrent use. If the store fails, a policy document cannot be parsed or the request's context throws, the call fails with
/// that exception; an
/// error never turns into a decision.
/// </remarks>
/// <example>
/// <code>
/// public async Task&lt;IResult&gt; ReadAsync(int id, IAuthorizer authorizer, Principal caller)
/// {
///     AccessResult result = await authorizer.AuthorizeAsync(
///         caller, ActionName.Parse("docs:Read"), ResourceName.Parse($"arn:aws:docs:::document/{id}"));
///     return result.IsAllowed ? Results.Ok() : Results.Forbid();
/// }
/// </code>
/// </example>
public interface IAuthorizer
{
    /// <summary>
    /// Decides a question. Completes synchronously and without allocating if everything it needs is cached and unchanged.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="RequestFormatException">The context contradicts keys that the engine derives (EV-012, EV-013).</exception>
    /// <exception cref="DirectoryDamagedException">Stored data that the decision depends on cannot be read.</exception>
    /// <exception cref="TimeoutException">The store did not reach <see cref="AccessQuestion.MinimumRevision"/> in time.</exception>
    ValueTask<AccessResult> AuthorizeAsync(in AccessQuestion question, CancellationToken cancellationToken = default);

    /// <summary>Decides several questions of one principal against the same revision of the directory (ID-257).</summary>
    /// <param name="questions">The questions, all of the same principal or session.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>One answer per question, in the same order.</returns>
    /// <exception cref="ArgumentException">The questions are of different principals or sessions.</exception>
    ValueTask<ValueList<AccessResult>> AuthorizeAllAsync(ReadOnlyMemory<AccessQuestion> questions, CancellationToken cancellationToken = default);

    /// <summary>
    /// Decides a question and explains the decision: every statement, its origin and whether it matched. Reads the directory afresh and
    /// is not recorded
    /// as access; use it for diagnostics, not for authorizing requests.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The answer with its reasons.</returns>
    ValueTask<AccessExplanation> ExplainAsync(in AccessQuestion question, CancellationToken cancellationToken = default);
}
