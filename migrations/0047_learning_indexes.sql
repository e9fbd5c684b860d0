-- Found by these alone, without the person: a page of an activity, a press of the link of a meeting, and a lesson of a draft that is taken out
-- each read a whole table of the people's learning otherwise.
CREATE INDEX activity_id ON activity (id);
CREATE INDEX attendance_session ON attendance (session_id);
CREATE INDEX lesson_progress_lesson ON lesson_progress (lesson_id);
CREATE INDEX quiz_attempt_lesson ON quiz_attempt (lesson_id);
CREATE INDEX submission_lesson ON submission (lesson_id);
