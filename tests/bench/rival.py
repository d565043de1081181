# rival.py: the peer of the rival: TF-IDF and logistic regression of scikit-learn
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# python3 tests/bench/rival.py words|characters PACK
# Guesses the answers of a pack in five folds by question and prints one line of JSON, with the same
# members as “byline-pack rival --json”. It reads the answers as they stand in the pack.
import gzip
import json
import resource
import sys
import time

try:
    import numpy
    from scipy.optimize import linear_sum_assignment
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold
except ImportError as missing:
    sys.exit(f'skipped: {missing}')

VECTORIZERS = {
    'words': {'ngram_range': (1, 2), 'token_pattern': r'\w+|[^\w\s]'},
    'characters': {'analyzer': 'char', 'ngram_range': (3, 5)},
}
FOLDS = 5


def read(path):
    opened = gzip.open if path.endswith('.gz') else open
    with opened(path, 'rt', encoding='utf-8') as file:
        return json.load(file)


def guess(kind, texts, writers, questions):
    logs = numpy.full((len(texts), writers.max() + 1), -1e9)
    for learned, asked in GroupKFold(FOLDS).split(texts, writers, questions):
        vectorizer = TfidfVectorizer(lowercase=False, sublinear_tf=True, **VECTORIZERS[kind])
        model = LogisticRegression(C=10, max_iter=1000)
        model.fit(vectorizer.fit_transform([texts[i] for i in learned]), writers[learned])
        shares = model.predict_proba(vectorizer.transform([texts[i] for i in asked]))
        logs[numpy.ix_(asked, model.classes_)] = numpy.log(shares + 1e-300)
    return logs


def judge(logs, writers, questions):
    single = joint = 0
    for question in numpy.unique(questions):
        rows = numpy.flatnonzero(questions == question)
        own = logs[numpy.ix_(rows, writers[rows])]
        single += (own.argmax(axis=1) == numpy.arange(len(rows))).sum()
        cards, names = linear_sum_assignment(-own)
        joint += (cards == names).sum()
    return single / len(writers), joint / len(writers)


def main():
    kind, path = sys.argv[1:]
    start = time.monotonic()
    pack = read(path)
    ids = [writer['id'] for writer in pack['writers']]
    rows = [(answer['text'], ids.index(answer['writer']), position)
            for position, question in enumerate(pack['questions'])
            for answer in question['answers']]
    texts = [row[0] for row in rows]
    writers = numpy.array([row[1] for row in rows])
    questions = numpy.array([row[2] for row in rows])
    single, joint = judge(guess(kind, texts, writers, questions), writers, questions)
    print(json.dumps({
        'single': single, 'joint': joint, 'n': len(rows), 'questions': len(pack['questions']),
        'folds': FOLDS, 'seconds': time.monotonic() - start,
        'peak_mib': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }))


main()
