namespace IamCore;

/// <summary>
/// Decides questions about the principals of a directory: finds what is stored about the principal, completes the context, evaluates.
/// Safe for any number of threads. A store that fails, a document that cannot be read and a context that throws fail the question with
/// that error; nothing of the kind ever becomes a decision.
/// </summary>
public interface IAuthorizer
{
    /// <summary>Decides one question. Completes synchronously and allocates nothing where all that bears on it is cached and unchanged.</summary>
    /// <exception cref="RequestFormatException">The context contradicts what the engine derives (EV-012, EV-013).</exception>
    /// <exception cref="DirectoryDamagedException">Something stored that the decision depends on cannot be read.</exception>
    /// <exception cref="TimeoutException">The store did not reach <see cref="AccessQuestion.MinimumRevision"/> in time.</exception>
    ValueTask<AccessResult> AuthorizeAsync(in AccessQuestion question, CancellationToken cancellationToken = default);

    /// <summary>Decides many questions of one principal as of one revision (ID-257); one answer a question, in order.</summary>
    /// <param name="questions">The questions, all of the same principal or session.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">The questions are not of one principal.</exception>
    ValueTask<ValueList<AccessResult>> AuthorizeAllAsync(ReadOnlyMemory<AccessQuestion> questions, CancellationToken cancellationToken = default);

    /// <summary>
    /// The same decision with its reasons: every statement, where it came from and what came of it. Reads the directory anew and is not
    /// recorded as access: it is for people who want to know why.
    /// </summary>
    ValueTask<AccessExplanation> ExplainAsync(in AccessQuestion question, CancellationToken cancellationToken = default);
}
